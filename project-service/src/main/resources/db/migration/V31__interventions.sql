create extension if not exists pg_trgm;

create table intervention (
  id                 uuid primary key,
  version            bigint not null,
  changed_at         timestamptz not null,
  code               text unique,
  alliance_id        uuid,
  based_on_id        uuid references intervention,
  edition            int not null,
  name               text not null,
  strands            text[] not null,
  summary            text,
  theory_of_change   text,
  active_ingredients text[] not null,
  adaptable          text[] not null,
  constraint intervention_of_the_toolkit_or_an_alliance check (num_nonnulls(code, alliance_id) = 1)
);
create index intervention_by_name on intervention (name, id);
create index intervention_by_alliance on intervention (alliance_id, name, id);

create table intervention_source (
  intervention_id uuid not null references intervention,
  position        int not null,
  citation        text not null,
  url             text,
  finding         text,
  primary key (intervention_id, position)
);

-- Which edition a project uses: the one that held when it was chosen.
create table project_intervention (
  project_id      uuid not null references project,
  position        int not null,
  intervention_id uuid not null references intervention,
  edition         int not null,
  primary key (project_id, position),
  constraint intervention_once_in_a_project unique (project_id, intervention_id)
);
create index project_intervention_by_intervention on project_intervention (intervention_id);

grant select, insert, update on intervention to ${writer};
grant select, insert, update, delete on intervention_source, project_intervention to ${writer};
grant select on intervention, intervention_source, project_intervention to ${reader};

alter table intervention enable row level security;
alter table intervention_source enable row level security;
alter table project_intervention enable row level security;
create policy directory on intervention for select to ${reader} using ((select actor_reads_directory()));
create policy directory on intervention_source for select to ${reader} using ((select actor_reads_directory()));
create policy related on project_intervention for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
create policy interventions on history for select to ${reader}
  using (aggregatetype = 'intervention' and (select actor_reads_directory()));

call keep_in_step('intervention');
