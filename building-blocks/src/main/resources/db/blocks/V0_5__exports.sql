-- Whole lists, written out a few pages at a time. Whoever holds the job's row writes the next ones.
create table export_job (
  id           uuid primary key,
  path         text not null,
  list         text not null,
  next         text,
  state        text not null,
  issuer       text not null,
  subject      text not null,
  actor        jsonb not null,
  row_count    int not null default 0,
  chunks       int not null default 0,
  columns      text[] not null default '{}',
  failures     int not null default 0,
  requested_at timestamptz not null default now(),
  finished_at  timestamptz
);
create index export_job_by_state on export_job (requested_at, id) where state in ('QUEUED', 'RUNNING');
create index export_job_by_caller on export_job (issuer, subject, requested_at, id);
create table export_chunk (
  export_id uuid not null references export_job on delete cascade,
  number    int not null,
  items     text not null,
  primary key (export_id, number)
);
grant select, insert, update, delete on export_job, export_chunk to ${writer};
grant select on export_job, export_chunk to ${reader};

-- An export is for who asked for it alone.
create function visible_export_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from export_job where issuer = actor() ->> 'issuer' and subject = actor() ->> 'subject'
$$;
alter table export_job enable row level security;
alter table export_chunk enable row level security;
create policy own on export_job for select to ${reader} using (id = any((select visible_export_ids())::uuid[]));
create policy own on export_chunk for select to ${reader}
  using (export_id = any((select visible_export_ids())::uuid[]));
