-- What became of a school's part, by whom and why, is its own, the project's and the platform's, not the other schools'.
drop policy participations on history;
create policy participations on history for select to ${reader}
  using (aggregatetype = 'participation' and ((select actor_reads_all_projects())
         or aggregateid in (select unnest(own_participation_ids()))
         or exists (select from participation p where p.id = aggregateid and p.project_id in (select unnest(run_project_ids())))));
