-- The same functions as before. Who the caller is, is asked once a statement by a subselect; as a plain call it was asked
-- anew for every row wherever the planner read a table through.

create or replace function actor_person_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from person
  where issuer = (select actor() ->> 'issuer') and sub = (select actor() ->> 'subject') and not gone
$$;

create or replace function actor_school_ids(variadic roles text[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from organisation
  where register_id = any((select actor_organisations(variadic roles))::text[]) and kind = 'SCHOOL' and not gone
$$;

create or replace function actor_trust_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(a.organisation_id), '{}')
  from organisation t join affiliation a on a.to_id = t.id
  where t.register_id = any((select actor_organisations('trust-team', 'integration'))::text[]) and t.kind = 'TRUST'
    and not t.gone and a.kind = 'TRUST' and not a.gone and holds_today(a.starts_on, a.ends_on)
$$;

create or replace function actor_alliance_roles(the_alliance uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from appointment
  where alliance_id = the_alliance and person_id = any((select actor_person_ids())::uuid[]) and not gone
    and holds_today(starts_on, ends_on)
$$;

create or replace function actor_overseen_projects() returns table (id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, a.role from appointment a join project p on p.alliance_id = a.alliance_id
  where a.person_id = any((select actor_person_ids())::uuid[]) and a.role in ('RD_LEAD', 'ALLIANCE_LEAD') and not a.gone
    and holds_today(a.starts_on, a.ends_on)
  union
  select a.project_id, a.role from project_appointment a
  where a.person_id = any((select actor_person_ids())::uuid[]) and a.role in ('PROJECT_LEAD', 'CYCLE_LEAD')
    and not a.gone and holds_today(a.starts_on, a.ends_on)
$$;

create or replace function actor_moderated_submission_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids() as ids)
  select coalesce(array_agg(s.id), '{}')
  from moderation_assignment m join submission s on s.id = m.submission_id
  where m.person_id = any((select actor_person_ids())::uuid[]) and may_moderate(m.person_id, s.id)
    and s.organisation_id <> all((select ids from own)::uuid[])
$$;

create or replace function readable_draft_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids() as ids)
  select coalesce(array_agg(id), '{}') from submission
  where organisation_id = any((select actor_controls_ids())::uuid[])
    or maker_issuer = (select actor() ->> 'issuer') and maker_subject = (select actor() ->> 'subject')
      and status in ('DRAFT', 'RETURNED') and organisation_id = any((select ids from own)::uuid[])
$$;

create or replace function controlled_submission_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from submission where organisation_id = any((select actor_controls_ids())::uuid[])
$$;

create or replace function visible_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids() as ids)
  select coalesce(array_agg(id), '{}') from (
    select project_id as id from participation where organisation_id = any((select ids from own)::uuid[]) and not gone
    union
    select id from actor_overseen_projects()
    union
    select project_id from submission where id = any((select visible_submission_ids())::uuid[])) mine
$$;
