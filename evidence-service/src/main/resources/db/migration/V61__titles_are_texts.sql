-- A title is a text that somebody wrote, like those in a form: outside the school it is shown as it was cleared, and not
-- before. What is for a teacher's development goes nowhere else, and its title with it.
insert into passage (id, submission_id, revision, place, kind, content, by_pupil, received_at)
select gen_random_uuid(), id, revision, 'title', 'TITLE', title, false, created_at from submission
where title !~ '^\s*$' and not is_development(type);

insert into passage (id, submission_id, revision, place, kind, content, by_pupil)
select gen_random_uuid(), h.submission_id, h.revision, t.place, 'TITLE', h.content ->> t.place, false
from (select submission_id, revision, content from accepted_content
      union all
      select d.submission_id, s.revision, d.content from draft_content d join submission s on s.id = d.submission_id) h
join (values ('reportTitle'), ('occasion')) t(place) on h.content ->> t.place is not null;
update accepted_content set content = content - array['reportTitle', 'occasion']
where content ?| array['reportTitle', 'occasion'];
update draft_content set content = content - array['reportTitle', 'occasion']
where content ?| array['reportTitle', 'occasion'];

create index shared_passage_by_submission on shared_passage (submission_id);

-- Of what the caller reads as it was written.
create function titled_submission_ids() returns uuid[] language sql stable as $$
  select readable_content_ids() || safeguarded_submission_ids()
$$;

create policy titles on shared_passage for select to ${reader}
  using (place = 'title' and submission_id = any((select visible_submission_ids())::uuid[]));
