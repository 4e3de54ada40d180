-- How each project answers the thirteen key messages, as project-service works them out.
call in_both_read_models('
  create table readiness (
    id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
    project_id uuid, checked_on date, answers jsonb
  );
  create index readiness_by_project on readiness (project_id);
  grant select, insert, update on readiness to ${writer};
');
