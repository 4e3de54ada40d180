-- Why a cell is as it is: what a report rests on may have been amended, withdrawn or erased since.
alter table cell add column if not exists cause text;

-- A report in the making and where it stands; what was published lies in its editions. Nothing here is derived, so no
-- rebuild touches it. Texts and figures of the draft are kept as they were written, digit for digit.
create table report (
  id             uuid primary key,
  number         int generated always as identity unique,
  version        bigint not null default 0,
  changed_at     timestamptz not null default now(),
  project_id     uuid not null,
  state          text not null,
  title          text not null,
  summary        text,
  commentary     jsonb not null,
  content        json not null,
  inputs         jsonb not null,
  made_at        timestamptz not null,
  edition        int not null default 0,
  reason         text
);
create index report_by_project on report (project_id);
call keep_in_step('report', 'id');

-- What was published, byte for byte: only ever added to.
create table report_edition (
  report_id      uuid not null references report,
  edition        int not null,
  published_at   timestamptz not null,
  title          text not null,
  reason         text,
  changes        json not null,
  json           text not null,
  html           text not null,
  sha256         text not null,
  submissions    jsonb not null,
  inputs         jsonb not null,
  named          uuid[] not null,
  method_version text not null,
  primary key (report_id, edition)
);

grant select, insert, update on report to ${writer};
grant select, insert on report_edition to ${writer};

-- Projects whose reports the caller writes, publishes or follows from the draft on.
create function managed_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select p.id from project p where p.alliance_id = any((select led_alliance_ids())::uuid[]) and not p.gone
    union
    select project_id from project_appointment
    where person_id = (select actor_person_id()) and role in ('PROJECT_LEAD', 'CYCLE_LEAD') and not gone
      and starts_on <= today() and (ends_on is null or ends_on > today())) managed
$$;

create function managed_report_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from report where project_id = any((select managed_project_ids())::uuid[])
$$;

-- Published ones are for whoever may read the project's results.
create function visible_report_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from report
  where project_id = any((select managed_project_ids())::uuid[])
    or edition > 0 and project_id = any((select visible_project_ids())::uuid[])
$$;

-- The caller's roles by appointment in a project and at the alliance that owns it.
create function roles_in_project(the_project uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct role), '{}') from (
    select a.role from appointment a join project p on p.alliance_id = a.alliance_id
    where p.id = the_project and a.person_id = (select actor_person_id()) and not a.gone
      and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())
    union all
    select role from project_appointment
    where project_id = the_project and person_id = (select actor_person_id()) and not gone
      and starts_on <= today() and (ends_on is null or ends_on > today())) held
$$;

alter table report enable row level security;
alter table report_edition enable row level security;
create policy seen on report for select to ${reader} using (id = any((select visible_report_ids())::uuid[]));
create policy seen on report_edition for select to ${reader}
  using (report_id = any((select visible_report_ids())::uuid[]));
create policy reports on history for select to ${reader}
  using (aggregatetype = 'report' and aggregateid = any((select managed_report_ids())::uuid[]));
grant select on report, report_edition to ${reader};

-- What has become of the cells under a report since, by cause; which cells they are is not told.
create function inputs_changed(inputs jsonb) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct coalesce(case when not c.gone then c.cause end, 'GONE')), '{}')
  from jsonb_to_recordset(inputs) as i(id uuid, epoch bigint, sequence bigint) left join cell c on c.id = i.id
  where c.id is null or c.gone or (c.epoch, c.sequence) > (i.epoch, i.sequence)
$$;
