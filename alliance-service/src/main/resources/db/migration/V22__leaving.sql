alter table appointment add column ending text;
update appointment set ending = 'ENDED' where ends_on is not null;
create index appointment_by_end on appointment (ends_on, id);

alter table person add column left_on date;

create index appointment_by_place on appointment (coalesce(organisation_id, alliance_id), role);

-- The alliances whose people are the caller's business today.
create function actor_led_alliance_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from (
    select alliance_id as id from appointment
    where person_id = actor_person_id() and role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR')
      and starts_on <= today() and (ends_on is null or ends_on > today())
    union
    select id from alliance where trust_id = any(actor_organisation_ids('trust-team', 'integration'))) led
$$;

-- Also whoever holds an appointment today where the caller leads.
create or replace function visible_person_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when actor_has_role('platform-admin') then (select array_agg(id) from person) else (
    select array_agg(id) from (
      select actor_person_id() as id
      union
      select id from person where home_id = any(actor_organisation_ids('school-lead', 'trust-team', 'integration'))
      union
      select p.id from person p
      join membership m on m.organisation_id = p.home_id
      join appointment lead on lead.alliance_id = m.alliance_id
      where lead.person_id = actor_person_id() and lead.role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR')
        and lead.starts_on <= today() and (lead.ends_on is null or lead.ends_on > today())
        and m.starts_on <= today() and (m.ends_on is null or m.ends_on > today())
      union
      select person_id from appointment
      where (alliance_id = any(actor_led_alliance_ids())
             or organisation_id = any(actor_organisation_ids('school-lead', 'trust-team', 'integration')))
        and starts_on <= today() and (ends_on is null or ends_on > today())) mine) end
$$;

-- Duties that somebody held and nobody holds on a day, where the caller leads or sees who held something. Whether
-- somebody holds one is asked over all holders, whom the caller may not all see; so the last one comes by id alone.
create function open_duties(as_of date, headships text[], duties text[])
  returns table (appointment_id uuid, person_id uuid, duty text, organisation_id uuid, alliance_id uuid, since date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, last.person_id, last.duty, last.organisation_id, last.alliance_id, ends_on from (
    select distinct on (coalesce(a.organisation_id, a.alliance_id), d.duty) a.*, d.duty
    from appointment a
    cross join lateral (select case when a.role = any(headships) then headships[1] else a.role end as duty) d
    where a.role = any(headships || duties) and a.starts_on <= as_of and a.starts_on is distinct from a.ends_on
      and (actor_has_role('platform-admin')
           or a.alliance_id = any((select actor_led_alliance_ids())::uuid[])
           or a.organisation_id = any(
             (select actor_organisation_ids('school-lead', 'trust-team', 'integration'))::uuid[])
           or coalesce(a.organisation_id, a.alliance_id) in (
             select coalesce(seen.organisation_id, seen.alliance_id) from appointment seen
             where seen.person_id = any((select visible_person_ids())::uuid[])))
    order by coalesce(a.organisation_id, a.alliance_id), d.duty,
             (a.ends_on is null or a.ends_on > as_of) desc, a.ends_on desc, a.id desc) last
  where ends_on <= as_of
$$;

create function visible_appointment_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from appointment where person_id = any(visible_person_ids())
$$;
create policy people on history for select to ${reader} using (
  aggregatetype = 'person' and aggregateid = any((select visible_person_ids())::uuid[])
  or aggregatetype = 'appointment' and aggregateid = any((select visible_appointment_ids())::uuid[]));

call keep_in_step('priority', 'alliance_id');
