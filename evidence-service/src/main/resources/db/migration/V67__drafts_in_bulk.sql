-- A million scores pass here at a time. Counting to 43 in a regular expression takes seven times as long as looking at
-- the characters and the length; and a measure is never deleted, every way in has looked for it, and accepted_score
-- asks once more.
alter table draft_score drop constraint draft_score_measure_id_fkey, drop constraint reference_form,
  add constraint reference_form check (length(reference) = 43 and reference ~ '^[A-Za-z0-9_-]*$');
alter table accepted_score drop constraint reference_form,
  add constraint reference_form check (length(reference) = 43 and reference ~ '^[A-Za-z0-9_-]*$');
