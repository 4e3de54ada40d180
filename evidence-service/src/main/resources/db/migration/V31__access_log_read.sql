create policy concerned on access_log for select to ${reader}
  using (organisation_id = any((select actor_school_ids('school-lead', 'integration') || actor_trust_school_ids())::uuid[]));
