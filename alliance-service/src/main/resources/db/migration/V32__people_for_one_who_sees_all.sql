-- Who sees all people is not asked whether each is among a hundred thousand.
alter policy people on person
  using ((select actor_has_role('platform-admin')) or id in (select unnest(visible_person_ids())));
alter policy people on appointment
  using ((select actor_has_role('platform-admin')) or person_id in (select unnest(visible_person_ids())));

-- People and appointments as lists read them. Below a policy that says "all, or these" no index finds these few; here
-- each of the two is planned for itself, and only the one that holds for the caller is run.
create view seen_person as
  select * from person where (select actor_has_role('platform-admin'))
  union all
  select * from person
  where not (select actor_has_role('platform-admin')) and id = any((select visible_person_ids())::uuid[]);
create view seen_appointment as
  select * from appointment where (select actor_has_role('platform-admin'))
  union all
  select * from appointment
  where not (select actor_has_role('platform-admin')) and person_id = any((select visible_person_ids())::uuid[]);
grant select on seen_person, seen_appointment to ${reader};
