-- Copies of what an alliance has agreed to work on.
create table priority (
  id          uuid primary key,
  epoch       bigint not null,
  sequence    bigint not null,
  gone        boolean not null default false,
  alliance_id uuid,
  title       text,
  starts_on   date,
  ends_on     date
);
grant select, insert, update on priority to ${writer};
grant select on priority to ${reader};

-- Lists that are read and written whole are kept as they travel.
alter table project
  add targets          jsonb not null default '[]',
  add partners         jsonb not null default '[]',
  add priority_ids     uuid[] not null default '{}',
  add builds_on_id     uuid references project,
  add stage            text,
  add delivering_since date,
  add plan             jsonb,
  add constraint project_builds_on_another check (builds_on_id <> id);
create index project_by_what_it_builds_on on project (builds_on_id) where builds_on_id is not null;

-- The points of a success measure can be dated anew; the history keeps what they were.
grant update, delete on success_measure_point to ${writer};

-- A priority's title is for who sees a project that cites it.
create function cited_priority_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct cited), '{}') from project p, unnest(p.priority_ids) cited
  where p.id = any((select visible_project_ids())::uuid[])
$$;

alter table priority enable row level security;
create policy cited on priority for select to ${reader}
  using ((select actor_reads_all_projects()) or id = any((select cited_priority_ids())::uuid[]));
