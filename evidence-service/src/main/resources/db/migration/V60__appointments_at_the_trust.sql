-- An appointment at the trust that a school is in today is one at the school: its people are not independent of it.
create or replace function holds_appointment_at_school(the_person uuid, the_submission uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from submission s join appointment a
      on a.organisation_id = s.organisation_id or a.organisation_id in (
        select f.to_id from affiliation f
        where f.organisation_id = s.organisation_id and f.kind = 'TRUST' and not f.gone
          and holds_today(f.starts_on, f.ends_on))
    where s.id = the_submission and a.person_id = the_person and not a.gone and holds_today(a.starts_on, a.ends_on))
$$;
