-- Copies, filled from the topic's beginning by a consumer of its own: a service that has run before gets them whole.
create table calendar (
  id              uuid primary key,
  epoch           bigint not null,
  sequence        bigint not null,
  gone            boolean not null default false,
  organisation_id uuid,
  academic_year   text,
  terms           jsonb,
  days_off        jsonb
);
create index calendar_by_organisation on calendar (organisation_id, academic_year);

-- Who holds which post at a school; what holds at an alliance stands in appointment.
create table post (
  id              uuid primary key,
  epoch           bigint not null,
  sequence        bigint not null,
  gone            boolean not null default false,
  person_id       uuid,
  role            text,
  organisation_id uuid,
  starts_on       date,
  ends_on         date
);
create index post_by_organisation on post (organisation_id, role);
create index post_by_person on post (person_id);
create index affiliation_by_organisation on affiliation (organisation_id);

alter table calendar enable row level security;
alter table post enable row level security;
grant select, insert, update on calendar, post to ${writer};
