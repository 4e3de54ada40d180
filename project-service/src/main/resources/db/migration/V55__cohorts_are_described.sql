alter table cohort
  add column teacher_references text[] not null default '{}',
  add column starts_on date,
  add column ends_on date,
  add constraint cohort_ends_after_it_starts check (ends_on > starts_on);
