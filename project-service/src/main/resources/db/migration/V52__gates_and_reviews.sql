-- A copy of what evidence-service tells of each school's evidence in a cycle, from a consumer of its own.
create table completeness (
  id                   uuid primary key,
  epoch                bigint not null,
  sequence             bigint not null,
  gone                 boolean not null default false,
  project_id           uuid,
  cycle_id             uuid,
  organisation_id      uuid,
  baseline_measure_ids uuid[]
);
create index completeness_by_cycle on completeness (cycle_id, organisation_id);

-- Cycles in which a school may have become ready to deliver. Noting never waits for whoever works notes off, who in turn
-- may wait for the project: so there is no key over the cycle, and a note more does no harm.
create table gate_due (id bigint generated always as identity primary key, cycle_id uuid not null);
create index gate_due_by_cycle on gate_due (cycle_id);

create table cycle_waiver (
  cycle_id         uuid not null references cycle,
  position         int not null,
  participation_id uuid not null references participation,
  measure_id       uuid,
  reason           text not null,
  waived_on        date not null,
  primary key (cycle_id, position),
  constraint waived_already unique nulls not distinct (cycle_id, participation_id, measure_id)
);

create table cycle_delivery (
  cycle_id         uuid not null references cycle,
  position         int not null,
  participation_id uuid not null references participation,
  organisation_id  uuid not null,
  since            date not null,
  waived           boolean not null,
  primary key (cycle_id, position),
  constraint delivers_already unique (cycle_id, participation_id)
);
create index cycle_delivery_by_participation on cycle_delivery (participation_id);

alter table cycle
  add column went_well text,
  add column went_badly text,
  add column problems text,
  add column decision text,
  add column next_focus text,
  add column no_challenge_reason text,
  add column reviewed_on date,
  add constraint review_is_whole
    check (num_nulls(went_well, went_badly, problems, decision, reviewed_on) in (0, 5));

create table cycle_challenge (
  cycle_id    uuid not null references cycle,
  position    int not null,
  alliance_id uuid not null,
  said        text not null,
  said_on     date not null,
  primary key (cycle_id, position)
);

create table fidelity (
  id               uuid primary key,
  version          bigint not null,
  changed_at       timestamptz not null,
  project_id       uuid not null references project,
  cycle_id         uuid not null references cycle,
  participation_id uuid not null references participation,
  organisation_id  uuid not null,
  intervention_id  uuid not null references intervention,
  edition          int not null,
  delivered        text[] not null,
  touched          text[] not null,
  note             text,
  reported_on      date not null,
  constraint fidelity_once unique (cycle_id, participation_id, intervention_id)
);
create index fidelity_by_report on fidelity (reported_on, id);
create index fidelity_by_project on fidelity (project_id, reported_on, id);
create table fidelity_adaptation (
  fidelity_id uuid not null references fidelity,
  position    int not null,
  what        text not null,
  ingredient  text,
  reason      text,
  primary key (fidelity_id, position)
);

-- A school that becomes active while a cycle delivers may be ready, and so may those of a project that is resumed.
create function note_gate() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into gate_due (cycle_id)
  select id from cycle where project_id = (to_jsonb(new) ->> tg_argv[0])::uuid and phase = 'DELIVERING';
  return null;
end
$$;
create trigger note_gate after update of status on participation for each row
  when (new.status = 'ACTIVE' and old.status <> 'ACTIVE') execute function note_gate('project_id');
create trigger note_gate after update of state on project for each row
  when (new.state = 'ACTIVE' and old.state <> 'ACTIVE') execute function note_gate('id');

grant select, insert, update on completeness, fidelity to ${writer};
grant select, insert, update, delete on cycle_challenge, fidelity_adaptation, gate_due to ${writer};
grant select, insert on cycle_waiver, cycle_delivery to ${writer};
grant select on cycle_waiver, cycle_delivery, cycle_challenge, fidelity, fidelity_adaptation to ${reader};

alter table completeness enable row level security;
alter table gate_due enable row level security;
alter table cycle_waiver enable row level security;
alter table cycle_delivery enable row level security;
alter table cycle_challenge enable row level security;
alter table fidelity enable row level security;
alter table fidelity_adaptation enable row level security;
-- Through the cycle's own policy.
create policy related on cycle_challenge for select to ${reader}
  using (exists (select from cycle c where c.id = cycle_id));
create policy related on cycle_delivery for select to ${reader}
  using (exists (select from cycle c where c.id = cycle_id));
-- What one school may do without, and how it puts things into practice, is its own and the project's.
create policy concerned on cycle_waiver for select to ${reader}
  using (participation_id in (select unnest(own_participation_ids()))
         or exists (select from cycle c where c.id = cycle_id and c.project_id in (select unnest(run_project_ids()))));
create policy concerned on fidelity for select to ${reader}
  using (project_id in (select unnest(run_project_ids()))
         or participation_id in (select unnest(own_participation_ids())));
create policy concerned on fidelity_adaptation for select to ${reader}
  using (exists (select from fidelity f where f.id = fidelity_id));
create policy cycles on history for select to ${reader}
  using (aggregatetype = 'cycle' and ((select actor_reads_all_projects())
         or exists (select from cycle c where c.id = aggregateid and c.project_id in (select unnest(run_project_ids())))));
