-- The same as before; what is called takes no subquery as its argument.
create or replace procedure in_both_read_models(change text) language plpgsql as $$
declare
  each text;
  shown text;
begin
  foreach each in array array['read_a', 'read_b'] loop
    perform set_config('search_path', each || ', public', true);
    execute change;
  end loop;
  perform set_config('search_path', 'public', true);
  select active into shown from read_model;
  call show_read_model(shown);
end
$$;

-- How each project answers the thirteen key messages, as project-service works them out.
call in_both_read_models('
  create table readiness (
    id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
    project_id uuid, checked_on date, answers jsonb
  );
  create index readiness_by_project on readiness (project_id);
  grant select, insert, update on readiness to ${writer};
');
