-- By which schools can be stratified.
alter table organisation add phase text, add setting text;

-- What was drawn, once for a project and for good: from these, in this order, by this algorithm and seed.
create table allocation (
  id           uuid primary key,
  version      bigint not null,
  changed_at   timestamptz not null,
  project_id   uuid not null references project,
  allocated_on date not null,
  unit         text not null,
  arms         text[] not null,
  strata       text[] not null,
  seed         bigint not null,
  algorithm    text not null,
  places       jsonb not null,
  constraint allocated_once unique (project_id)
);
grant select, insert on allocation to ${writer};
grant select on allocation to ${reader};

alter table allocation enable row level security;
create policy related on allocation for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
