-- Into which draft a file's scores of a school go; what began in one goes on there.
create table import_draft (
  import_id       uuid not null references import_job on delete cascade,
  organisation_id uuid not null,
  submission_id   uuid not null references submission deferrable initially deferred,
  primary key (import_id, organisation_id)
);
alter table import_draft enable row level security;
grant select, insert on import_draft to ${writer};
create index submission_by_maker on submission (maker_issuer, maker_subject, organisation_id);
