alter table alliance
  add column core_values text[] not null default '{}',
  add column region      text,
  add column cohort      text,
  add column formed_on   date;
update alliance a set formed_on =
  coalesce((select min(starts_on) from membership m where m.alliance_id = a.id), (a.changed_at at time zone 'Europe/London')::date);
alter table alliance alter column formed_on set not null;

create table designation (
  id          uuid primary key,
  alliance_id uuid not null references alliance,
  awarded_on  date not null,
  lost_on     date,
  lost_reason text,
  constraint designation_lost_after_its_award check (lost_on > awarded_on),
  constraint designation_lost_for_a_reason check ((lost_on is null) = (lost_reason is null)),
  constraint designated_once_at_a_time
    exclude using gist (alliance_id with =, daterange(awarded_on, lost_on) with &&)
);
create index designation_by_alliance on designation (alliance_id, awarded_on);

-- So far every alliance counted as designated for as long as it had a lead.
insert into designation (id, alliance_id, awarded_on)
  select gen_random_uuid(), alliance_id, min(starts_on) from membership
  where role = 'LEAD' and ends_on is null group by alliance_id;

-- The last resort of the rule that a designated alliance has exactly one lead: that there are not two is an exclusion
-- constraint; that there is one can be judged only when the whole change is there.
create function designated_alliance_has_its_lead() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from designation d where d.alliance_id = new.alliance_id and not coalesce(
      (select range_agg(daterange(m.starts_on, m.ends_on)) from membership m
       where m.alliance_id = d.alliance_id and m.role = 'LEAD'), '{}') @> daterange(d.awarded_on, d.lost_on))
  then
    raise exception 'a designated alliance has a lead on every day'
      using errcode = 'check_violation', constraint = 'lead_needs_successor';
  end if;
  return null;
end
$$;
create constraint trigger lead_of_a_designation after insert or update on designation
  deferrable initially deferred for each row execute function designated_alliance_has_its_lead();
create constraint trigger lead_of_a_designated_alliance after update on membership
  deferrable initially deferred for each row when (old.role = 'LEAD')
  execute function designated_alliance_has_its_lead();

-- What must be met to join or to leave; a change is a new version.
create table protocol (
  id          uuid primary key,
  alliance_id uuid not null references alliance,
  kind        text not null,
  version     int not null,
  valid_from  date not null,
  constraint protocol_version_once unique (alliance_id, kind, version)
);
create table protocol_requirement (
  protocol_id uuid not null references protocol,
  position    int not null,
  code        text not null,
  wording     text not null,
  primary key (protocol_id, position),
  constraint protocol_requirement_once unique (protocol_id, code)
);

alter table membership
  add column joined_under int,
  add column left_under   int;

create table priority (
  id          uuid primary key,
  version     bigint not null,
  changed_at  timestamptz not null,
  alliance_id uuid not null references alliance,
  title       text not null,
  description text,
  focus_area  text,
  starts_on   date not null,
  ends_on     date,
  constraint priority_ends_after_it_starts check (ends_on >= starts_on)
);
create index priority_by_alliance on priority (alliance_id, starts_on, id);
create index priority_by_start on priority (starts_on, id);

grant select, insert, update on designation, priority to ${writer};
grant select, insert on protocol, protocol_requirement to ${writer};
grant select on designation, protocol, protocol_requirement, priority to ${reader};

-- The alliances that the caller belongs to today: by an appointment, by a member that the token speaks for, by a trust.
create function actor_alliance_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when actor_has_role('platform-admin') then (select array_agg(id) from alliance) else (
    select array_agg(id) from (
      select alliance_id as id from appointment
      where person_id = actor_person_id() and alliance_id is not null
        and starts_on <= today() and (ends_on is null or ends_on > today())
      union
      select alliance_id from membership
      where organisation_id = any(actor_organisation_ids('school-staff', 'school-lead', 'trust-team', 'integration'))
        and starts_on <= today() and (ends_on is null or ends_on > today())
      union
      select id from alliance where trust_id = any(actor_organisation_ids('trust-team', 'integration'))) mine) end
$$;

create function visible_priority_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from priority where alliance_id = any(actor_alliance_ids())
$$;

alter table designation enable row level security;
alter table protocol enable row level security;
alter table protocol_requirement enable row level security;
alter table priority enable row level security;

create policy directory on designation for select to ${reader} using ((select actor_reads_directory()));
create policy directory on protocol for select to ${reader} using ((select actor_reads_directory()));
create policy directory on protocol_requirement for select to ${reader} using ((select actor_reads_directory()));
create policy members on priority for select to ${reader}
  using (alliance_id = any((select actor_alliance_ids())::uuid[]));
create policy priorities on history for select to ${reader}
  using (aggregatetype = 'priority' and aggregateid = any((select visible_priority_ids())::uuid[]));
