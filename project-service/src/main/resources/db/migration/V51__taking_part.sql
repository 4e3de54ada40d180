-- What a school agrees to: a project's terms, version by version.
create table terms (
  id           uuid primary key,
  version      bigint not null,
  changed_at   timestamptz not null,
  project_id   uuid not null references project,
  number       int not null,
  text         text not null,
  published_on date not null,
  constraint terms_number_taken unique (project_id, number)
);

-- A head's way to accept one version, once. The secret itself is never kept.
create table terms_link (
  id               uuid primary key,
  participation_id uuid not null references participation,
  terms_number     int not null,
  secret_hash      text not null,
  expires_at       timestamptz not null,
  accepted_at      timestamptz
);
create index terms_link_by_participation on terms_link (participation_id);

alter table participation add column terms_number int, add column stage text;

-- Each status with the day from which it held.
create table participation_step (
  participation_id uuid not null references participation,
  position         int not null,
  status           text not null,
  since            date not null,
  primary key (participation_id, position)
);
insert into participation_step
select aggregateid, row_number() over (partition by aggregateid order by version) - 1, state ->> 'status',
       (occurred_at at time zone 'Europe/London')::date
from history where aggregatetype = 'participation' and aggregateid in (select id from participation);

-- Who holds which role for a school's part in a project.
create table role_holder (
  id               uuid primary key,
  version          bigint not null,
  changed_at       timestamptz not null,
  project_id       uuid not null references project,
  participation_id uuid not null references participation,
  organisation_id  uuid not null,
  person_id        uuid not null,
  role             text not null,
  starts_on        date not null,
  ends_on          date,
  ending           text,
  successor_id     uuid references role_holder deferrable initially deferred,
  constraint role_holder_ends_after_it_starts check (ends_on >= starts_on),
  constraint holds_the_role_already
    exclude using gist (participation_id with =, person_id with =, role with =, daterange(starts_on, ends_on) with &&),
  constraint role_has_a_holder
    exclude using gist (participation_id with =, role with =, daterange(starts_on, ends_on) with &&)
    where (role in ('HEADTEACHER_SPONSOR', 'SAFEGUARDING_LEAD'))
);
create index role_holder_by_start on role_holder (starts_on, id);
create index role_holder_by_project on role_holder (project_id, starts_on, id);
create index role_holder_by_person on role_holder (person_id);
create index role_holder_of_sponsors on role_holder (id) where role = 'HEADTEACHER_SPONSOR' and ends_on is null;

-- What somebody should look at.
create table alert (
  id               uuid primary key default uuidv7(),
  project_id       uuid not null references project,
  participation_id uuid references participation,
  kind             text not null,
  about_id         uuid not null,
  text             text not null,
  raised_on        date not null,
  settled_on       date,
  version          bigint not null default 0
);
create unique index alert_once on alert (kind, about_id) where settled_on is null;
create index alert_by_raising on alert (raised_on, id);
create index alert_by_project on alert (project_id, raised_on, id);

-- A head holds one of these posts.
create function headships() returns text[] language sql immutable as $$
  select array['HEADTEACHER', 'EXECUTIVE_HEAD', 'ACTING_HEAD', 'HEAD_OF_SCHOOL']
$$;

-- The projects that the caller has a part in running: of an alliance of theirs, or appointed at it.
create function run_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with led as (
    select alliance_id from appointment
    where person_id = (select actor_person_id()) and alliance_id is not null
      and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and current_on(today(), starts_on, ends_on))
  select coalesce(array_agg(id), '{}') from (
    select id from project where alliance_id = any(array(select alliance_id from led))
    union
    select p.id from project p join alliance a on a.id = p.alliance_id
    where a.trust_id = any((select actor_trust_ids())::uuid[])
    union
    select project_id from project_appointment
    where person_id = (select actor_person_id()) and current_on(today(), starts_on, ends_on)) mine
$$;

-- The participations of schools for which the caller speaks, or in which the caller holds a role.
create function own_participation_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from participation
    where status <> 'WITHDRAWN'
      and organisation_id = any((select actor_school_ids('school-lead', 'school-staff', 'integration')
                                        || actor_trust_school_ids())::uuid[])
    union
    select p.id from role_holder h join participation p on p.id = h.participation_id
    where h.person_id = (select actor_person_id()) and p.status <> 'WITHDRAWN'
      and current_on(today(), h.starts_on, h.ends_on)) mine
$$;

grant select, insert, update on terms, terms_link, role_holder, alert to ${writer};
grant select, insert on participation_step to ${writer};
grant select on terms, participation_step, role_holder, alert to ${reader};

alter table terms enable row level security;
alter table terms_link enable row level security;
alter table participation_step enable row level security;
alter table role_holder enable row level security;
alter table alert enable row level security;
create policy related on terms for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
-- Through the participation's own policy.
create policy related on participation_step for select to ${reader}
  using (exists (select from participation p where p.id = participation_id));
create policy related on role_holder for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
-- What a school has to look at is its own and the project's, not the other schools'.
create policy concerned on alert for select to ${reader}
  using (project_id in (select unnest(run_project_ids()))
         or participation_id in (select unnest(own_participation_ids())));
create policy participations on history for select to ${reader}
  using (aggregatetype = 'participation' and exists (select from participation p where p.id = aggregateid));

call keep_in_step('role_holder', 'project_id');

-- As before, and: who holds a role for a school is a participant of the project.
create or replace function actor_project_roles(the_project uuid) returns text[]
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
    select 'PARTICIPANT' from role_holder h join participation p on p.id = h.participation_id
    where h.project_id = the_project and h.person_id = actor_person_id() and p.status <> 'WITHDRAWN'
      and current_on(today(), h.starts_on, h.ends_on)
    union all
    select 'SCHOOL_LEAD' from schools where organisation_id = any(actor_school_ids('school-lead'))
    union all
    select 'SCHOOL_STAFF' from schools where organisation_id = any(actor_school_ids('school-staff', 'integration'))
    union all
    select 'TRUST_TEAM' from schools where organisation_id = any(actor_trust_school_ids())) mine
$$;

create or replace function actor_participation_roles(the_participation uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with it as (select project_id, organisation_id, status from participation where id = the_participation),
  schools as (select array['SCHOOL_LEAD', 'SCHOOL_STAFF', 'TRUST_TEAM'] as roles)
  select coalesce(array_agg(distinct role), '{}') from (
    select case when role = any(schools.roles) then 'PARTICIPANT' else role end as role
    from it, schools, unnest(actor_project_roles(it.project_id)) role
    union all
    select h.role from role_holder h, it
    where h.participation_id = the_participation and h.person_id = actor_person_id() and it.status <> 'WITHDRAWN'
      and current_on(today(), h.starts_on, h.ends_on)
    union all
    select unnest(actor_school_roles(organisation_id)) from it where status <> 'WITHDRAWN') mine
$$;

create or replace function visible_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with led as (
    select alliance_id from appointment
    where person_id = (select actor_person_id()) and alliance_id is not null
      and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and current_on(today(), starts_on, ends_on))
  select coalesce(array_agg(id), '{}') from (
    select unnest(run_project_ids()) as id
    union
    select id from project where partner_alliance_ids && array(select alliance_id from led)
    union
    select project_id from participation
    where status <> 'WITHDRAWN'
      and organisation_id = any((select actor_school_ids('school-lead', 'school-staff', 'integration')
                                        || actor_trust_school_ids())::uuid[])
    union
    select h.project_id from role_holder h join participation p on p.id = h.participation_id
    where h.person_id = (select actor_person_id()) and p.status <> 'WITHDRAWN'
      and current_on(today(), h.starts_on, h.ends_on)) mine
$$;
