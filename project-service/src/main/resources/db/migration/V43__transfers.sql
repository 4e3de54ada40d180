-- A project changes hands when the one alliance offers it and the other one takes it.
create table project_transfer (
  id              uuid primary key,
  version         bigint not null,
  changed_at      timestamptz not null,
  project_id      uuid not null references project,
  title           text not null,
  from_id         uuid not null,
  to_id           uuid not null,
  status          text not null,
  remains_partner boolean not null,
  note            text,
  offered_on      date not null,
  answered_on     date,
  constraint transfer_to_another check (from_id <> to_id),
  constraint transfer_answered_once check ((status = 'OFFERED') = (answered_on is null))
);
create unique index transfer_offered_once on project_transfer (project_id) where status = 'OFFERED';
create index project_transfer_by_offer on project_transfer (offered_on, id);
create index project_transfer_by_project on project_transfer (project_id);
create index project_transfer_by_receiver on project_transfer (to_id);
grant select, insert, update on project_transfer to ${writer};
grant select on project_transfer to ${reader};

-- The alliances that the caller leads in some way today.
create function actor_led_alliance_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct alliance_id), '{}') from appointment
  where person_id = (select actor_person_id()) and alliance_id is not null
    and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and current_on(today(), starts_on, ends_on)
$$;

-- Who is offered a project sees the offer, and not yet the project.
alter table project_transfer enable row level security;
create policy at_both_ends on project_transfer for select to ${reader}
  using ((select actor_reads_all_projects()) or to_id = any((select actor_led_alliance_ids())::uuid[])
    or project_id in (select unnest(visible_project_ids())));
