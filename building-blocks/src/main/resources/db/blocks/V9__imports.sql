-- Files that come in by the million rows: received in chunks, read into rows, applied in batches. Whoever holds the
-- job's row runs its next step; a step is one transaction, so a process that dies leaves the step before.
create table import_job (
  id             uuid primary key,
  collection     text not null,
  kind           text not null,
  state          text not null,
  step           text not null,
  dry_run        boolean not null,
  mode           text not null,
  issuer         text not null,
  subject        text not null,
  actor          jsonb not null,
  bytes          bigint not null default 0,
  sha256         text,
  position       int not null default 0,
  created        int not null default 0,
  changed        int not null default 0,
  unchanged      int not null default 0,
  failures       int not null default 0,
  submitted_at   timestamptz not null default now(),
  started_at     timestamptz,
  finished_at    timestamptz
);
create index import_job_by_state on import_job (submitted_at, id) where state in ('QUEUED', 'RUNNING');
create index import_job_by_caller on import_job (issuer, subject, collection, submitted_at, id);

-- Beside the job, as it moves while the step that holds the job has not yet committed.
create table import_progress (
  import_id    uuid primary key references import_job on delete cascade,
  rows_read    int not null default 0,
  rows_applied int not null default 0
);
create table import_chunk (
  import_id uuid not null references import_job on delete cascade,
  number    int not null,
  bytes     bytea not null,
  primary key (import_id, number)
);
create table import_row (
  import_id uuid not null references import_job on delete cascade,
  line      int not null,
  cells     text[] not null,
  refused   boolean not null default false,
  primary key (import_id, line)
);
create table import_fault (
  import_id   uuid not null references import_job on delete cascade,
  line        int not null,
  column_name text not null,
  code        text not null,
  subject     text not null,
  message     text not null,
  primary key (import_id, line, column_name, code)
);
create table import_refused (
  import_id uuid not null references import_job on delete cascade,
  line      int not null,
  content   text not null,
  primary key (import_id, line)
);

grant select, insert, update, delete on import_job, import_progress, import_chunk, import_row, import_fault,
  import_refused to ${writer};
grant select on import_job, import_progress, import_fault, import_refused to ${reader};

-- A file is its uploader's alone, and so is what is wrong with it.
create function visible_import_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from import_job
  where issuer = actor() ->> 'issuer' and subject = actor() ->> 'subject' and state <> 'RECEIVING'
$$;

alter table import_job enable row level security;
alter table import_progress enable row level security;
alter table import_chunk enable row level security;
alter table import_row enable row level security;
alter table import_fault enable row level security;
alter table import_refused enable row level security;
create policy own on import_job for select to ${reader} using (id = any((select visible_import_ids())::uuid[]));
create policy own on import_progress for select to ${reader}
  using (import_id = any((select visible_import_ids())::uuid[]));
create policy own on import_fault for select to ${reader} using (import_id = any((select visible_import_ids())::uuid[]));
create policy own on import_refused for select to ${reader}
  using (import_id = any((select visible_import_ids())::uuid[]));
