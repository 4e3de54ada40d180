-- How many pupils a school has, from the same consumer as its calendar: the smallest have no middle leaders.
create table school_size (
  id       uuid primary key,
  epoch    bigint not null,
  sequence bigint not null,
  gone     boolean not null default false,
  roll     int
);

create table readiness (
  project_id uuid primary key,
  id         uuid not null default uuidv7(),
  version    bigint not null,
  checked_on date not null
);
create index readiness_by_day on readiness (checked_on, project_id);
-- Each answer with the day from which it held; the newest of a message holds.
create table readiness_answer (
  project_id uuid not null,
  message    text not null,
  version    bigint not null,
  answer     text not null,
  since      timestamptz not null default now(),
  primary key (project_id, message, version)
);
-- Projects of which a record has changed on which an answer may rest; noted as gates are, and without a foreign key, so
-- that working answers out never waits for a command.
create table readiness_due (id bigint generated always as identity primary key, project_id uuid not null);
create index readiness_due_by_project on readiness_due (project_id);

create function note_readiness() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into readiness_due (project_id) values ((to_jsonb(new) ->> tg_argv[0])::uuid);
  return null;
end
$$;
create trigger note_readiness after insert or update on project for each row execute function note_readiness('id');
create trigger note_readiness after insert or update on participation for each row execute function note_readiness('project_id');
create trigger note_readiness after insert or update on project_appointment for each row execute function note_readiness('project_id');
create trigger note_readiness after insert or update on role_holder for each row execute function note_readiness('project_id');
create trigger note_readiness after insert or update on cycle for each row execute function note_readiness('project_id');
create trigger note_readiness after insert or update on milestone for each row execute function note_readiness('project_id');
create trigger note_readiness after insert or update on project_risk for each row execute function note_readiness('project_id');
insert into readiness_due (project_id) select id from project where state not in ('CLOSED', 'WITHDRAWN');

grant select, insert, update on school_size, readiness to ${writer};
grant select, insert on readiness_answer to ${writer};
grant select, insert, update, delete on readiness_due to ${writer};
grant select on readiness_answer to ${reader};
alter table school_size enable row level security;
alter table readiness enable row level security;
alter table readiness_answer enable row level security;
alter table readiness_due enable row level security;
create policy related on readiness_answer for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));

-- Whether a success measure has a baseline and a later point with its day.
create function dated(measure uuid) returns boolean language sql stable as $$
  select exists (select from success_measure_point where success_measure_id = measure and point = 'BASELINE')
     and exists (select from success_measure_point
                 where success_measure_id = measure and point <> 'BASELINE' and due is not null)
$$;
