-- The rows with which an amendment begins were accepted before: they are the controller's, whoever amends. Those that its
-- maker writes are the maker's too, until they are handed in.
alter table draft_score add copied boolean not null default false;
update draft_score d set copied = true from submission s where s.id = d.submission_id and s.accepted_revision is not null;

drop policy drafts on draft_score;
create policy drafts on draft_score for select to ${reader}
  using (submission_id = any((select readable_draft_ids())::uuid[])
         and (not copied or submission_id = any((select controlled_submission_ids())::uuid[])));
