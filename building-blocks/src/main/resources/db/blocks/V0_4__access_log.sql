-- Who has read whose identified results or rows. Append-only; each service's policy says who speaks for the organisation
-- concerned, and without one nobody reads it.
create table access_log (
  id              uuid primary key default uuidv7(),
  at              timestamptz not null default now(),
  organisation_id uuid not null,
  what            text not null,
  about_id        uuid not null,
  actor           jsonb not null,
  reason          text
);
create index access_log_by_time on access_log (at, id);
create index access_log_by_organisation on access_log (organisation_id, at, id);
alter table access_log enable row level security;
grant insert on access_log to ${writer};
grant select on access_log to ${reader};
