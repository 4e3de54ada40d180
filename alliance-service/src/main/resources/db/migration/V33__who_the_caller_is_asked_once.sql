-- The same functions as before. Who the caller is, is asked once a statement by a subselect; as a plain call it was asked
-- anew for every row wherever the planner read a table through, which at a hundred thousand people took minutes.

create or replace function actor_led_alliance_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from (
    select alliance_id as id from appointment
    where person_id = (select actor_person_id()) and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR')
      and starts_on <= today() and (ends_on is null or ends_on > today())
    union
    select id from alliance where trust_id = any((select actor_organisation_ids('trust-team', 'integration'))::uuid[])) led
$$;

create or replace function actor_alliance_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when actor_has_role('platform-admin') then (select array_agg(id) from alliance) else (
    select array_agg(id) from (
      select alliance_id as id from appointment
      where person_id = (select actor_person_id()) and alliance_id is not null
        and starts_on <= today() and (ends_on is null or ends_on > today())
      union
      select alliance_id from membership
      where organisation_id = any(
          (select actor_organisation_ids('school-staff', 'school-lead', 'trust-team', 'integration'))::uuid[])
        and starts_on <= today() and (ends_on is null or ends_on > today())
      union
      select id from alliance
      where trust_id = any((select actor_organisation_ids('trust-team', 'integration'))::uuid[])) mine) end
$$;

create or replace function visible_person_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when actor_has_role('platform-admin') then (select array_agg(id) from person) else (
    with spoken as materialized (select actor_organisation_ids('school-lead', 'trust-team', 'integration') as ids),
    led as materialized (select actor_led_alliance_ids() as ids)
    select array_agg(id) from (
      select actor_person_id() as id
      union
      select id from person where home_id = any((select ids from spoken)::uuid[])
      union
      select p.id from person p
      join membership m on m.organisation_id = p.home_id
      join appointment lead on lead.alliance_id = m.alliance_id
      where lead.person_id = (select actor_person_id()) and lead.role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR')
        and lead.starts_on <= today() and (lead.ends_on is null or lead.ends_on > today())
        and m.starts_on <= today() and (m.ends_on is null or m.ends_on > today())
      union
      select person_id from appointment
      where alliance_id = any((select ids from led)::uuid[])
        and starts_on <= today() and (ends_on is null or ends_on > today())
      union
      select person_id from appointment
      where organisation_id = any((select ids from spoken)::uuid[])
        and starts_on <= today() and (ends_on is null or ends_on > today())) mine) end
$$;

create or replace function visible_priority_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from priority where alliance_id = any((select actor_alliance_ids())::uuid[])
$$;

create or replace function visible_appointment_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from appointment where person_id = any((select visible_person_ids())::uuid[])
$$;
