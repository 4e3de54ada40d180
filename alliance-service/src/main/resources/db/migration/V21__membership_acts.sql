-- Which memberships were changed as one.
create table membership_act (
  id            uuid not null,
  membership_id uuid not null references membership,
  primary key (id, membership_id)
);
create index membership_by_end on membership (ends_on, id);

grant select, insert on membership_act to ${writer};
grant select on membership_act to ${reader};
alter table membership_act enable row level security;
create policy directory on membership_act for select to ${reader} using ((select actor_reads_directory()));
