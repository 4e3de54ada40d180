-- Copies of what the other services tell: rows come in any order, so nothing refers to anything by a foreign key.
create table organisation (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  kind text, name text, register_id text, urn text, uid text, la_code text, phase text, setting text, status text,
  invented boolean
);
create index organisation_by_register_id on organisation (register_id);

create table affiliation (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  organisation_id uuid, to_id uuid, kind text, starts_on date, ends_on date
);
create index affiliation_by_target on affiliation (to_id);

create table alliance (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  name text, kind text, status text, trust_id uuid, invented boolean
);

create table membership (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  alliance_id uuid, organisation_id uuid, role text, starts_on date, ends_on date
);

create table appointment (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  person_id uuid, role text, organisation_id uuid, alliance_id uuid, starts_on date, ends_on date
);
create index appointment_by_person on appointment (person_id);

-- Who a sign-in is; no name, no address.
create table person (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  issuer text, sub text
);
create index person_by_sign_in on person (sub, issuer);

create table project (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  alliance_id uuid, partner_alliance_ids uuid[], title text, focus_area text, research_questions text[], kind text,
  design text, state text, starts_on date, ends_on date, invented boolean, success_measures jsonb
);
create index project_by_alliance on project (alliance_id);
create index project_by_partner on project using gin (partner_alliance_ids);

create table participation (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, organisation_id uuid, status text, starts_on date, ends_on date, leaving_reason text, evidence text
);
create index participation_by_project on participation (project_id);
create index participation_by_organisation on participation (organisation_id);

-- Every state a participation has been in, for the flow over time.
create table participation_step (
  participation_id uuid not null,
  epoch            bigint not null,
  sequence         bigint not null,
  status           text,
  at               timestamptz not null,
  primary key (participation_id, epoch, sequence)
);

create table project_appointment (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, person_id uuid, role text, starts_on date, ends_on date
);
create index project_appointment_by_person on project_appointment (person_id);

create table cohort (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, participation_id uuid, organisation_id uuid, name text, arm text, about text, year_group text,
  size int, prior_year boolean
);

create table cycle (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, number int, name text, phase text, starts_on date, ends_on date
);
create index cycle_by_project on cycle (project_id);

create table measure (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  code text, name text, about text, unit text, minimum numeric, maximum numeric, higher_is_better boolean,
  threshold numeric, age_in_months boolean
);

create table submission (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  organisation_id uuid, project_id uuid, cycle_id uuid, type text, status text, revision int, accepted_revision int
);
create index submission_by_project on submission (project_id);

-- One record of moments: project, cycle, cohort, measure, pair of points, subgroup.
create table cell (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, cycle_id uuid, cohort_id uuid, organisation_id uuid, measure_id uuid, "from" text, "to" text,
  subgroup text, n bigint, earlier_only bigint, later_only bigint, moments jsonb, threshold jsonb, submissions jsonb
);
create index cell_by_key on cell (project_id, cycle_id, measure_id, "from", "to", subgroup, organisation_id);
create index cell_by_cohort on cell (cohort_id);
create index cell_by_measure on cell (measure_id);

-- Computed from cells whenever they, their cohorts, measures or projects change: a school's arms and its effect.
create table school_effect (
  project_id      uuid not null,
  cycle_id        uuid not null,
  measure_id      uuid not null,
  "from"          text not null,
  "to"            text not null,
  subgroup        text not null,
  organisation_id uuid not null,
  intervention    jsonb,
  comparison      jsonb,
  estimator       text,
  g               double precision,
  variance        double precision,
  j               double precision,
  reason          text,
  submissions     jsonb not null,
  primary key (project_id, cycle_id, measure_id, "from", "to", subgroup, organisation_id)
);

-- The newest event taken in, by consumer.
create table freshness (
  consumer text primary key,
  newest   timestamptz not null
);

grant select, insert, update on organisation, affiliation, alliance, membership, appointment, person, project,
  participation, project_appointment, cohort, cycle, measure, submission, cell, freshness to ${writer};
grant select, insert on participation_step to ${writer};
grant select, insert, update, delete on school_effect to ${writer};

-- Calendar days are those of the schools.
create function today() returns date language sql stable as $$
  select (now() at time zone 'Europe/London')::date
$$;

create function actor_person_id() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from person where not gone and issuer = actor() ->> 'issuer' and sub = actor() ->> 'subject'
$$;

-- Schools for which the caller speaks: by the token, or as a team of the trust that they are in today.
create function own_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from organisation
    where register_id = any(actor_organisations('school-staff', 'school-lead', 'integration')) and not gone
    union
    select a.organisation_id from affiliation a join organisation trust on trust.id = a.to_id
    where trust.register_id = any(actor_organisations('trust-team', 'integration')) and not a.gone
      and a.kind = 'TRUST' and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())) own
$$;

-- Projects whose results the caller may read, school by school. Not the platform's staff, not a local authority's.
create function visible_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with led as (
    select alliance_id as id from appointment
    where person_id = actor_person_id() and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and not gone
      and starts_on <= today() and (ends_on is null or ends_on > today()) and alliance_id is not null
    union
    select a.id from alliance a join organisation trust on trust.id = a.trust_id
    where trust.register_id = any(actor_organisations('trust-team', 'integration')) and not a.gone)
  select coalesce(array_agg(id), '{}') from (
    select p.id from project p join led on p.alliance_id = led.id where not p.gone
    union
    select p.id from project p
    join appointment a on p.partner_alliance_ids @> array[a.alliance_id]
    where a.person_id = actor_person_id() and a.role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and not a.gone
      and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today()) and not p.gone
    union
    select project_id from participation
    where organisation_id = any(own_school_ids()) and status is distinct from 'WITHDRAWN' and not gone
    union
    select project_id from project_appointment
    where person_id = actor_person_id() and not gone
      and starts_on <= today() and (ends_on is null or ends_on > today())) visible
$$;

-- Schools that the caller may count, not look at: those of a local authority today.
create function counted_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(a.organisation_id), '{}')
  from affiliation a join organisation authority on authority.id = a.to_id
  where authority.register_id = any(actor_organisations('la-analyst', 'integration')) and not a.gone
    and a.kind = 'LOCAL_AUTHORITY' and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())
$$;

create function counted_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when actor_has_role('platform-admin') then (select array_agg(id) from project where not gone) else (
    select coalesce(array_agg(distinct project_id), '{}') from participation
    where organisation_id = any(counted_school_ids()) and not gone) end
$$;

alter table project enable row level security;
create policy seen on project for select to ${reader}
  using (id = any((select visible_project_ids())::uuid[]) or id = any((select counted_project_ids())::uuid[]));
grant select on project to ${reader};
