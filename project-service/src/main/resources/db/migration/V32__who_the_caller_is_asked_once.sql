-- The same functions as before. Who the caller is, is asked once a statement by a subselect; as a plain call it was asked
-- anew for every row wherever the planner read a table through.

create or replace function actor_trust_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(organisation_id), '{}') from affiliation
  where kind = 'TRUST' and to_id = any((select actor_trust_ids())::uuid[]) and current_on(today(), starts_on, ends_on)
$$;

create or replace function visible_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with led as (
    select alliance_id from appointment
    where person_id = (select actor_person_id()) and alliance_id is not null
      and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR') and current_on(today(), starts_on, ends_on))
  select coalesce(array_agg(id), '{}') from (
    select id from project where alliance_id = any(array(select alliance_id from led))
    union
    select id from project where partner_alliance_ids && array(select alliance_id from led)
    union
    select p.id from project p join alliance a on a.id = p.alliance_id
    where a.trust_id = any((select actor_trust_ids())::uuid[])
    union
    select project_id from participation
    where status <> 'WITHDRAWN'
      and organisation_id = any((select actor_school_ids('school-lead', 'school-staff', 'integration')
                                        || actor_trust_school_ids())::uuid[])
    union
    select project_id from project_appointment
    where person_id = (select actor_person_id()) and current_on(today(), starts_on, ends_on)) mine
$$;
