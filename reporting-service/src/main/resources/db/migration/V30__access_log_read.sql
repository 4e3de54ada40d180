-- Schools for which the caller answers: as its lead, or as a team of the trust that it is in today.
create function led_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from organisation where register_id = any(actor_organisations('school-lead', 'integration')) and not gone
    union
    select a.organisation_id from affiliation a join organisation trust on trust.id = a.to_id
    where trust.register_id = any(actor_organisations('trust-team', 'integration')) and not a.gone
      and a.kind = 'TRUST' and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())) led
$$;

create policy concerned on access_log for select to ${reader}
  using (organisation_id = any((select led_school_ids())::uuid[]));
