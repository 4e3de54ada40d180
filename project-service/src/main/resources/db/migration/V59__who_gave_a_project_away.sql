-- Who gave a project away still sees that it did.
drop policy at_both_ends on project_transfer;
create policy at_both_ends on project_transfer for select to ${reader}
  using ((select actor_reads_all_projects()) or to_id = any((select actor_led_alliance_ids())::uuid[])
    or from_id = any((select actor_led_alliance_ids())::uuid[])
    or project_id in (select unnest(visible_project_ids())));
create index project_transfer_by_giver on project_transfer (from_id);
