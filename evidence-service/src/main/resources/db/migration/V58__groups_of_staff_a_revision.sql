-- How many members of staff answered is a revision's own: a draft with more answers opens nothing that was accepted.
alter table accepted_content add staff_group int;
update accepted_content c set staff_group = jsonb_array_length(c.responses)
from instrument i
where i.id = (c.content ->> 'instrumentId')::uuid and i.about in ('TEACHER', 'TRAINEE', 'MENTOR', 'LEADER')
  and c.responses is not null;

-- Revisions whose texts the school's own may read; those of staff only where five or more answered what is handed in.
create function readable_text_revisions() returns table (submission_id uuid, revision int)
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select s.id, s.revision, s.status, s.staff_group from submission s
    where s.organisation_id = any((select actor_own_school_ids())::uuid[]) and not is_development(s.type))
  select c.submission_id, c.revision from own join accepted_content c on c.submission_id = own.id
  where c.staff_group is null or c.staff_group >= 5
  union all
  select own.id, own.revision from own
  where (own.staff_group is null or own.staff_group >= 5 and own.status = 'SUBMITTED')
    and not exists (select from accepted_content c where c.submission_id = own.id and c.revision = own.revision)
$$;

drop policy own on passage;
create policy own on passage for select to ${reader}
  using (dropped_at is null and (not by_pupil or released_at is not null)
         and (submission_id, revision) in (select t.submission_id, t.revision from readable_text_revisions() t));
drop function readable_text_ids();
