-- When schools are open, as alliance-service tells of it.
create table calendar (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  organisation_id uuid, academic_year text, terms jsonb, days_off jsonb
);
create index calendar_by_organisation on calendar (organisation_id, academic_year);
alter table calendar enable row level security;
grant select, insert, update on calendar to ${writer};
