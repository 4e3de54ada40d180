-- Whoever oversees a project sees its cohorts by name in project-service, and so here: they ask who is behind.
drop policy own on cohort;
create policy theirs on cohort for select to ${reader}
  using (organisation_id = any((select actor_own_school_ids())::uuid[])
         or project_id = any((select array(select id from actor_overseen_projects()))::uuid[]));
