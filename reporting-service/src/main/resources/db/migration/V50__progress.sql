-- How complete a school's evidence in a cycle is, as evidence-service counts it.
create table completeness (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, cycle_id uuid, organisation_id uuid, baseline_accepted boolean, items jsonb,
  overdue boolean generated always as
    (coalesce(jsonb_path_exists(items, '$[*] ? (@.overdueSchoolDays > 0)'), false)) stored,
  complete boolean generated always as
    (jsonb_array_length(items) > 0 and not jsonb_path_exists(items, '$[*] ? (@.missing == null || @.missing > 0)')) stored
);
create index completeness_by_school on completeness (project_id, cycle_id, organisation_id);
create index completeness_by_organisation on completeness (organisation_id);
grant select, insert, update on completeness to ${writer};

create table milestone (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, cycle_id uuid, participation_id uuid, name text, due date, state text, met_on date
);
create index milestone_by_project on milestone (project_id);
grant select, insert, update on milestone to ${writer};

-- Which schools deliver in a cycle, and what its review decided.
alter table cycle add column schools jsonb, add column decision text, add column next_focus text,
  add column reviewed_on date;

create index affiliation_by_organisation on affiliation (organisation_id);

-- Any organisation may read organisations and alliances; who takes part is for those who see the project's results.
alter table organisation enable row level security;
alter table alliance enable row level security;
alter table participation enable row level security;
create policy directory on organisation for select to ${reader} using ((select actor()) is not null);
create policy directory on alliance for select to ${reader} using ((select actor()) is not null);
create policy seen on participation for select to ${reader}
  using (project_id = any((select visible_project_ids())::uuid[]));
grant select on organisation, alliance, participation to ${reader};

-- Whether a milestone is neither reached nor given up, and its day has gone by.
create function overdue(state text, due date) returns boolean language sql stable as $$
  select state = 'MISSED' or state = 'PLANNED' and due < today()
$$;

-- Alliances that the caller leads today, or runs as a trust.
create function led_alliance_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select alliance_id as id from appointment
    where person_id = (select actor_person_id()) and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and not gone
      and starts_on <= today() and (ends_on is null or ends_on > today()) and alliance_id is not null
    union
    select a.id from alliance a join organisation trust on trust.id = a.trust_id
    where trust.register_id = any((select actor_organisations('trust-team', 'integration'))::text[]) and not a.gone) led
$$;

-- Trusts and local authorities for which the caller speaks.
create function own_group_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from organisation
  where not gone
    and (kind = 'TRUST' and register_id = any((select actor_organisations('trust-team', 'integration'))::text[])
      or kind = 'LOCAL_AUTHORITY' and register_id = any((select actor_organisations('la-analyst', 'integration'))::text[]))
$$;

-- The same as before, with every question of who the caller is in a subselect: as a plain condition it is asked once a
-- row (decision 16).
create or replace function actor_person_id() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from person
  where not gone and issuer = (select actor() ->> 'issuer') and sub = (select actor() ->> 'subject')
$$;

create or replace function own_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from organisation
    where register_id = any((select actor_organisations('school-staff', 'school-lead', 'integration'))::text[]) and not gone
    union
    select a.organisation_id from affiliation a join organisation trust on trust.id = a.to_id
    where trust.register_id = any((select actor_organisations('trust-team', 'integration'))::text[]) and not a.gone
      and a.kind = 'TRUST' and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())) own
$$;

create or replace function led_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from organisation
    where register_id = any((select actor_organisations('school-lead', 'integration'))::text[]) and not gone
    union
    select a.organisation_id from affiliation a join organisation trust on trust.id = a.to_id
    where trust.register_id = any((select actor_organisations('trust-team', 'integration'))::text[]) and not a.gone
      and a.kind = 'TRUST' and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())) led
$$;

create or replace function visible_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with led as materialized (select unnest(led_alliance_ids()) as id),
  appointed as materialized (
    select alliance_id from appointment
    where person_id = (select actor_person_id()) and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and not gone
      and starts_on <= today() and (ends_on is null or ends_on > today()) and alliance_id is not null)
  select coalesce(array_agg(id), '{}') from (
    select p.id from project p join led on p.alliance_id = led.id where not p.gone
    union
    select p.id from project p join appointed a on p.partner_alliance_ids @> array[a.alliance_id] where not p.gone
    union
    select project_id from participation
    where organisation_id = any((select own_school_ids())::uuid[]) and status is distinct from 'WITHDRAWN' and not gone
    union
    select project_id from project_appointment
    where person_id = (select actor_person_id()) and not gone
      and starts_on <= today() and (ends_on is null or ends_on > today())) visible
$$;

create or replace function counted_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(a.organisation_id), '{}')
  from affiliation a join organisation authority on authority.id = a.to_id
  where authority.register_id = any((select actor_organisations('la-analyst', 'integration'))::text[]) and not a.gone
    and a.kind = 'LOCAL_AUTHORITY' and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())
$$;

create or replace function counted_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when (select actor_has_role('platform-admin')) then (select array_agg(id) from project where not gone) else (
    select coalesce(array_agg(distinct project_id), '{}') from participation
    where organisation_id = any((select counted_school_ids())::uuid[]) and not gone) end
$$;
