-- What a school was to hand in and has: one row a project, cycle and school, as it was last told, and one a cohort,
-- measure and point for lists.
alter table cycle add column starts_on date, add column ends_on date;
create index cycle_by_project on cycle (project_id);
create index participation_by_project on participation (project_id);

create table completeness (
  id              uuid primary key,
  sequence        bigint not null,
  project_id      uuid not null,
  cycle_id        uuid not null,
  organisation_id uuid not null,
  -- as it was last told
  state           jsonb not null
);
create index completeness_by_project on completeness (project_id, organisation_id);
create index completeness_by_organisation on completeness (organisation_id);

create table completeness_item (
  id                  uuid not null default uuidv7() primary key,
  completeness_id     uuid not null references completeness,
  project_id          uuid not null,
  cycle_id            uuid not null,
  organisation_id     uuid not null,
  cohort_id           uuid not null,
  measure_id          uuid not null,
  point               text not null,
  due                 date,
  expected            int,
  received            int not null,
  accepted            int not null,
  missing             int,
  overdue_school_days int not null,
  constraint one_item_a_point unique (completeness_id, cohort_id, measure_id, point)
);
create index completeness_item_still_due on completeness_item (project_id) where due is not null;

grant select, insert, update on completeness to ${writer};
grant select, insert, update, delete on completeness_item to ${writer};
grant select on completeness, completeness_item to ${reader};

create function visible_completeness_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from completeness
    where organisation_id = any((select actor_school_ids('school-staff', 'school-lead', 'integration')
                                        || actor_trust_school_ids())::uuid[])
    union
    select c.id from actor_overseen_projects() o join completeness c on c.project_id = o.id) mine
$$;

alter table completeness enable row level security;
alter table completeness_item enable row level security;
create policy theirs on completeness for select to ${reader}
  using (id = any((select visible_completeness_ids())::uuid[]));
create policy theirs on completeness_item for select to ${reader}
  using (completeness_id = any((select visible_completeness_ids())::uuid[]));
call keep_in_step('completeness', 'id');
call keep_in_step('completeness_item', 'completeness_id');

-- The cycle that a day belongs to: the last one begun by then, or the first where none had begun.
create function cycle_of_day(the_project uuid, day date) returns uuid language sql stable as $$
  select id from cycle where project_id = the_project and not gone
  order by coalesce(starts_on, '2000-01-01') <= day desc, abs(coalesce(starts_on, '2000-01-01') - day), id
  limit 1
$$;
