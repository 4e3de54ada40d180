-- Histories of schools and of trusts, and schools that change hands as one act.

create index affiliation_by_organisation on affiliation (organisation_id, starts_on, id);
create index affiliation_by_target_and_start on affiliation (to_id, starts_on, id);
drop index affiliation_by_target;

create table takeover (
  id        uuid primary key,
  trust_id  uuid not null references organisation,
  starts_on date not null,
  note      text,
  made_at   timestamptz not null default now()
);
create index takeover_by_start on takeover (starts_on, id);
create table takeover_school (
  takeover_id     uuid not null references takeover,
  organisation_id uuid not null references organisation,
  from_id         uuid references organisation,
  primary key (takeover_id, organisation_id)
);
create index takeover_school_by_organisation on takeover_school (organisation_id);

grant select, insert on takeover, takeover_school to ${writer};
grant select on takeover, takeover_school to ${reader};
alter table takeover enable row level security;
alter table takeover_school enable row level security;
create policy directory on takeover for select to ${reader} using ((select actor_reads_directory()));
create policy directory on takeover_school for select to ${reader} using ((select actor_reads_directory()));
