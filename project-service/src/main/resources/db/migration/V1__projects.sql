create extension if not exists btree_gist;

-- Copies of what alliance-service and evidence-service tell; a row that is gone keeps its id alone.
create table organisation (
  id          uuid primary key,
  epoch       bigint not null,
  sequence    bigint not null,
  gone        boolean not null default false,
  kind        text,
  name        text,
  register_id text
);
create index organisation_by_register_id on organisation (register_id);

create table affiliation (
  id              uuid primary key,
  epoch           bigint not null,
  sequence        bigint not null,
  gone            boolean not null default false,
  organisation_id uuid,
  to_id           uuid,
  kind            text,
  starts_on       date,
  ends_on         date
);
create index affiliation_by_target on affiliation (to_id);

create table alliance (
  id       uuid primary key,
  epoch    bigint not null,
  sequence bigint not null,
  gone     boolean not null default false,
  name     text,
  trust_id uuid
);
create index alliance_by_trust on alliance (trust_id);

create table appointment (
  id          uuid primary key,
  epoch       bigint not null,
  sequence    bigint not null,
  gone        boolean not null default false,
  person_id   uuid,
  role        text,
  alliance_id uuid,
  starts_on   date,
  ends_on     date
);
create index appointment_by_person on appointment (person_id);

create table person (
  id       uuid primary key,
  epoch    bigint not null,
  sequence bigint not null,
  gone     boolean not null default false,
  issuer   text,
  sub      text
);
create index person_by_sign_in on person (issuer, sub);

create table measure (
  id       uuid primary key,
  epoch    bigint not null,
  sequence bigint not null,
  gone     boolean not null default false,
  code     text,
  name     text
);

-- Our own.
create table project (
  id                   uuid primary key,
  version              bigint not null,
  changed_at           timestamptz not null,
  created_at           timestamptz not null default now(),
  alliance_id          uuid not null,
  partner_alliance_ids uuid[] not null,
  title                text not null,
  focus_area           text not null,
  research_questions   text[] not null,
  kind                 text not null,
  design               text not null,
  state                text not null,
  suspended_from       text,
  summary              text,
  note                 text,
  starts_on            date not null,
  ends_on              date not null,
  invented             boolean not null,
  constraint project_ends_after_it_starts check (ends_on > starts_on),
  constraint project_has_a_research_question check (cardinality(research_questions) > 0),
  constraint suspended_from_some_state check ((state = 'SUSPENDED') = (suspended_from is not null))
);
create index project_by_title on project (title, id);
create index project_by_creation on project (created_at, id);
create index project_by_state_and_title on project (state, title, id);
create index project_by_alliance on project (alliance_id, title, id);
create index project_by_partner on project using gin (partner_alliance_ids);

create table success_measure (
  id         uuid primary key,
  project_id uuid not null references project,
  measure_id uuid not null,
  is_primary boolean not null,
  constraint success_measure_once unique (project_id, measure_id)
);
create unique index one_primary_measure on success_measure (project_id) where is_primary;

create table success_measure_point (
  success_measure_id uuid not null references success_measure,
  position           int not null,
  point              text not null,
  due                date,
  primary key (success_measure_id, position),
  constraint point_once unique (success_measure_id, point)
);

create table participation (
  id              uuid primary key,
  version         bigint not null,
  changed_at      timestamptz not null,
  created_at      timestamptz not null default now(),
  project_id      uuid not null references project,
  organisation_id uuid not null,
  status          text not null,
  starts_on       date,
  ends_on         date,
  leaving_reason  text,
  evidence        text,
  note            text,
  constraint participation_ends_after_it_starts check (ends_on >= starts_on),
  constraint leaving_has_a_reason
    check ((status = 'WITHDRAWN') = (leaving_reason is not null and evidence is not null and ends_on is not null))
);
create unique index participation_once_in_a_project on participation (project_id, organisation_id)
  where status <> 'WITHDRAWN';
create index participation_by_creation on participation (created_at, id);
create index participation_by_project on participation (project_id, created_at, id);
create index participation_by_organisation on participation (organisation_id, created_at, id);

create table project_appointment (
  id         uuid primary key,
  version    bigint not null,
  changed_at timestamptz not null,
  project_id uuid not null references project,
  person_id  uuid not null,
  role       text not null,
  starts_on  date not null,
  ends_on    date,
  constraint project_appointment_ends_after_it_starts check (ends_on >= starts_on),
  constraint appointed_twice_at_the_same_time
    exclude using gist (project_id with =, person_id with =, role with =, daterange(starts_on, ends_on) with &&)
);
create index project_appointment_by_start on project_appointment (starts_on, id);
create index project_appointment_by_project on project_appointment (project_id, starts_on, id);
create index project_appointment_by_person on project_appointment (person_id);

create table cohort (
  id               uuid primary key,
  version          bigint not null,
  changed_at       timestamptz not null,
  project_id       uuid not null references project,
  participation_id uuid not null references participation,
  organisation_id  uuid not null,
  name             text not null,
  arm              text not null,
  about            text not null,
  year_group       text,
  size             int,
  prior_year       boolean not null,
  constraint cohort_name_taken unique (participation_id, name),
  constraint cohort_has_members check (size > 0)
);
create index cohort_by_name on cohort (name, id);
create index cohort_by_project on cohort (project_id, name, id);

create table cycle (
  id         uuid primary key,
  version    bigint not null,
  changed_at timestamptz not null,
  project_id uuid not null references project,
  number     int not null,
  name       text,
  phase      text not null,
  note       text,
  starts_on  date not null,
  ends_on    date not null,
  constraint cycle_number_taken unique (project_id, number),
  constraint cycle_ends_after_it_starts check (ends_on > starts_on),
  constraint cycles_count_from_one check (number > 0)
);
create index cycle_by_start on cycle (starts_on, id);

grant select, insert, update on organisation, affiliation, alliance, appointment, person, measure to ${writer};
grant select, insert, update on project, participation, project_appointment, cohort, cycle to ${writer};
grant select, insert on success_measure, success_measure_point to ${writer};
grant select on organisation, alliance, measure to ${reader};
grant select on project, success_measure, success_measure_point, participation, project_appointment, cohort, cycle
  to ${reader};

-- Calendar days are those of the schools.
create function today() returns date language sql stable as $$
  select (now() at time zone 'Europe/London')::date
$$;

create function current_on(day date, starts_on date, ends_on date) returns boolean language sql immutable as $$
  select starts_on <= day and (ends_on is null or ends_on > day)
$$;

create function actor_reads_directory() returns boolean language sql stable as $$
  select coalesce(jsonb_array_length(actor() -> 'organisations') > 0, false)
$$;

create function actor_reads_all_projects() returns boolean language sql stable as $$
  select actor_has_role('platform-admin')
$$;

create function actor_person_id() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from person where issuer = actor() ->> 'issuer' and sub = actor() ->> 'subject'
$$;

-- The schools at which the token gives the caller one of these roles.
create function actor_school_ids(variadic roles text[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from organisation
  where kind = 'SCHOOL' and register_id = any(actor_organisations(variadic roles))
$$;

create function actor_trust_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from organisation
  where kind = 'TRUST' and register_id = any(actor_organisations('trust-team', 'integration'))
$$;

-- The schools that are today in a trust for which the caller speaks.
create function actor_trust_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(organisation_id), '{}') from affiliation
  where kind = 'TRUST' and to_id = any(actor_trust_ids()) and current_on(today(), starts_on, ends_on)
$$;

-- What the caller is to an alliance today. A trust's team is not its alliance's lead: it may draft, not decide.
create function actor_alliance_roles(the_alliance uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct role), '{}') from (
    select role from appointment
    where person_id = actor_person_id() and alliance_id = the_alliance
      and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and current_on(today(), starts_on, ends_on)
    union all
    select 'ALLIANCE_TRUST' from alliance where id = the_alliance and trust_id = any(actor_trust_ids())) mine
$$;

-- What the caller is to a school today.
create function actor_school_roles(the_school uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from (
    select 'SCHOOL_LEAD' as role where the_school = any(actor_school_ids('school-lead'))
    union all
    select 'SCHOOL_STAFF' where the_school = any(actor_school_ids('school-staff', 'integration'))
    union all
    select 'TRUST_TEAM' where the_school = any(actor_trust_school_ids())) mine
$$;

-- What the caller is to a project today; none: it is not there for the caller. Of a partner alliance one reads.
create function actor_project_roles(the_project uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with it as (select id, alliance_id, partner_alliance_ids from project where id = the_project),
  schools as (select organisation_id from participation where project_id = the_project and status <> 'WITHDRAWN')
  select coalesce(array_agg(distinct role), '{}') from (
    select 'PLATFORM_ADMIN' as role from it where actor_reads_all_projects()
    union all
    select unnest(actor_alliance_roles(alliance_id)) from it
    union all
    select 'PARTNER' from it join appointment a on a.alliance_id = any(it.partner_alliance_ids)
    where a.person_id = actor_person_id()
      and a.role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and current_on(today(), a.starts_on, a.ends_on)
    union all
    select role from project_appointment
    where project_id = the_project and person_id = actor_person_id() and current_on(today(), starts_on, ends_on)
    union all
    select 'SCHOOL_LEAD' from schools where organisation_id = any(actor_school_ids('school-lead'))
    union all
    select 'SCHOOL_STAFF' from schools where organisation_id = any(actor_school_ids('school-staff', 'integration'))
    union all
    select 'TRUST_TEAM' from schools where organisation_id = any(actor_trust_school_ids())) mine
$$;

-- The same for one school's part in a project: who speaks for another school of it is a participant and no more.
create function actor_participation_roles(the_participation uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with it as (select project_id, organisation_id, status from participation where id = the_participation),
  schools as (select array['SCHOOL_LEAD', 'SCHOOL_STAFF', 'TRUST_TEAM'] as roles)
  select coalesce(array_agg(distinct role), '{}') from (
    select case when role = any(schools.roles) then 'PARTICIPANT' else role end as role
    from it, schools, unnest(actor_project_roles(it.project_id)) role
    union all
    select unnest(actor_school_roles(organisation_id)) from it where status <> 'WITHDRAWN') mine
$$;

create function visible_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with led as (
    select alliance_id from appointment
    where person_id = actor_person_id() and alliance_id is not null
      and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and current_on(today(), starts_on, ends_on))
  select coalesce(array_agg(id), '{}') from (
    select id from project where alliance_id = any(array(select alliance_id from led))
    union
    select id from project where partner_alliance_ids && array(select alliance_id from led)
    union
    select p.id from project p join alliance a on a.id = p.alliance_id where a.trust_id = any(actor_trust_ids())
    union
    select project_id from participation
    where status <> 'WITHDRAWN'
      and organisation_id = any(actor_school_ids('school-lead', 'school-staff', 'integration') || actor_trust_school_ids())
    union
    select project_id from project_appointment
    where person_id = actor_person_id() and current_on(today(), starts_on, ends_on)) mine
$$;

alter table organisation enable row level security;
alter table affiliation enable row level security;
alter table alliance enable row level security;
alter table appointment enable row level security;
alter table person enable row level security;
alter table measure enable row level security;
alter table project enable row level security;
alter table success_measure enable row level security;
alter table success_measure_point enable row level security;
alter table participation enable row level security;
alter table project_appointment enable row level security;
alter table cohort enable row level security;
alter table cycle enable row level security;

-- The directory: whoever speaks for an organisation may read names.
create policy directory on organisation for select to ${reader} using ((select actor_reads_directory()));
create policy directory on alliance for select to ${reader} using ((select actor_reads_directory()));
create policy directory on measure for select to ${reader} using ((select actor_reads_directory()));

-- All else goes by relationship to the project. Who reads all has the first branch, and the set is never made then.
-- The second is a hashed set made once a statement: an array would be walked through for every row. Behind "or" no
-- index serves it, so lists add the condition that finds the rows (Standing.visible).
create policy related on project for select to ${reader}
  using ((select actor_reads_all_projects()) or id in (select unnest(visible_project_ids())));
create policy related on success_measure for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
-- Through its measure's own policy.
create policy related on success_measure_point for select to ${reader}
  using (exists (select from success_measure s where s.id = success_measure_id));
create policy related on participation for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
create policy related on project_appointment for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
create policy related on cohort for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
create policy related on cycle for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
create policy related on history for select to ${reader}
  using (aggregatetype = 'project'
    and ((select actor_reads_all_projects()) or aggregateid in (select unnest(visible_project_ids()))));
