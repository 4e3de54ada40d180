-- Of staff even their own school sees groups of five or more: a row of one of them is its maker's until it is handed in,
-- and nobody's afterwards. The controller reads rows of pupils.
create function staff_measure_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from measure where about in ('TEACHER', 'TRAINEE', 'MENTOR', 'LEADER')
$$;

create function made_draft_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids() as ids)
  select coalesce(array_agg(id), '{}') from submission
  where maker_issuer = (select actor() ->> 'issuer') and maker_subject = (select actor() ->> 'subject')
    and status in ('DRAFT', 'RETURNED') and organisation_id = any((select ids from own)::uuid[])
$$;

drop policy drafts on draft_score;
create policy drafts on draft_score for select to ${reader}
  using (not copied and submission_id = any((select made_draft_ids())::uuid[])
         or submission_id = any((select controlled_submission_ids())::uuid[])
            and measure_id <> all((select staff_measure_ids())::uuid[]));
drop policy controlled on accepted_score;
create policy controlled on accepted_score for select to ${reader}
  using (submission_id = any((select controlled_submission_ids())::uuid[])
         and measure_id <> all((select staff_measure_ids())::uuid[]));
drop function readable_draft_ids();

-- All that the caller's schools hold of one person, staff included: whoever asks to see what is held of them, or to have
-- it erased, is answered by the controller.
create function held_of(the_reference text)
  returns table (submission_id uuid, revision int, accepted boolean, measure_id uuid, cohort_id uuid, point text,
                 value numeric, taken_on date, subgroups jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  with controlled as materialized (select controlled_submission_ids() as ids)
  select submission_id, revision, false, measure_id, cohort_id, point, value, taken_on, subgroups
  from draft_score where reference = the_reference and submission_id = any((select ids from controlled)::uuid[])
  union all
  select submission_id, revision, true, measure_id, cohort_id, point, value, taken_on, subgroups
  from accepted_score where reference = the_reference and submission_id = any((select ids from controlled)::uuid[])
$$;

-- Lines are counted over all rows, whichever of them the caller reads.
create function score_row_at(the_submission uuid, the_revision int, the_line int) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from score_row where submission_id = the_submission and revision = the_revision
  order by id offset the_line - 1 limit 1
$$;
