-- A token without organisations sees nothing, whoever its sign-in is bound to.
create or replace function actor_person_id() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select id from person where issuer = actor() ->> 'issuer' and sub = actor() ->> 'subject' and actor_reads_directory()
$$;

-- Trusts for which the caller speaks, as one of their central team or as their system.
create function actor_trust_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from organisation
  where kind = 'TRUST' and register_id = any((select actor_organisations('trust-team', 'integration'))::text[])
$$;

create or replace function actor_alliance_roles(the_alliance uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from (
    select role from appointment
    where alliance_id = the_alliance and person_id = (select actor_person_id())
      and starts_on <= today() and (ends_on is null or ends_on > today())
    union
    select 'TRUST_TEAM' from alliance where id = the_alliance and trust_id = any((select actor_trust_ids())::uuid[])
    union
    select 'PLATFORM_ADMIN' where actor_has_role('platform-admin')
    union
    select 'READER' where actor_reads_directory()) mine
$$;

create or replace function actor_organisation_roles(the_organisation uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from (
    select 'SCHOOL_LEAD' as role where the_organisation = any(actor_organisation_ids('school-lead'))
    union
    select 'TRUST_TEAM' where the_organisation = any((select actor_trust_ids())::uuid[])
    union
    select 'TRUST_TEAM' from affiliation
    where organisation_id = the_organisation and to_id = any((select actor_trust_ids())::uuid[]) and kind = 'TRUST'
      and starts_on <= today() and (ends_on is null or ends_on > today())
    union
    select 'PLATFORM_ADMIN' where actor_has_role('platform-admin')
    union
    select p.role from membership m join appointment p using (alliance_id)
    where m.organisation_id = the_organisation and p.person_id = (select actor_person_id())
      and m.starts_on <= today() and (m.ends_on is null or m.ends_on > today())
      and p.starts_on <= today() and (p.ends_on is null or p.ends_on > today())
    union
    select 'READER' where actor_reads_directory()) mine
$$;
