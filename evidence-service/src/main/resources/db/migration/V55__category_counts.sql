-- How many gave which answer, of surveys that have no references; beside the scores of a draft, and like them append-only
-- once they are accepted.
create table draft_count (
  submission_id uuid not null references submission deferrable initially deferred,
  revision      int not null,
  measure_id    uuid not null references measure,
  cohort_id     uuid not null,
  point         text not null,
  value         numeric(9,3) not null,
  people        int not null constraint people_are_counted check (people > 0),
  taken_on      date not null,
  constraint one_count_a_value primary key (submission_id, measure_id, cohort_id, point, value)
);
create table accepted_count (
  submission_id   uuid not null references submission,
  revision        int not null,
  cycle_id        uuid not null,
  organisation_id uuid not null,
  measure_id      uuid not null references measure,
  cohort_id       uuid not null,
  point           text not null,
  value           numeric(9,3) not null,
  people          int not null,
  taken_on        date not null,
  primary key (submission_id, revision, measure_id, cohort_id, point, value)
);
create index accepted_count_by_cohort on accepted_count (cycle_id, measure_id, cohort_id);

create view count_in_force with (security_invoker = true) as
  select a.* from accepted_count a
  join submission s on s.id = a.submission_id and s.accepted_revision = a.revision;

alter table draft_count enable row level security;
alter table accepted_count enable row level security;
grant select, insert, update, delete on draft_count to ${writer};
grant select, insert on accepted_count to ${writer};
grant select on count_in_force to ${writer};
