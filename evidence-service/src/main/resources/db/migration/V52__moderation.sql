-- What a moderator has to say of single lines or fields of what is given back.
create table moderation_note (
  submission_id uuid not null,
  revision      int not null,
  number        int not null,
  line          int,
  field         text,
  note          text not null,
  primary key (submission_id, revision, number),
  foreign key (submission_id, revision) references moderation_decision
);

-- A moderator who asked for a second opinion on a revision leaves its decision to another one.
create table second_opinion (
  submission_id uuid not null references submission,
  revision      int not null,
  person_id     uuid not null,
  note          text,
  asked_at      timestamptz not null default now(),
  constraint second_opinion_asked_already primary key (submission_id, revision)
);

create index submission_waiting on submission (changed_at) where status = 'SUBMITTED';

grant select, insert on moderation_note, second_opinion to ${writer};
grant select on moderation_note, second_opinion to ${reader};
alter table moderation_note enable row level security;
alter table second_opinion enable row level security;
create policy submissions on moderation_note for select to ${reader}
  using (submission_id = any((select visible_submission_ids())::uuid[]));
create policy submissions on second_opinion for select to ${reader}
  using (submission_id = any((select visible_submission_ids())::uuid[]));

-- Of those who may check a submission and have not been asked to: whoever has least waiting, then whoever has had least.
create function next_moderator(the_submission uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select person_id from (
    select distinct a.person_id from submission s
    join project p on p.id = s.project_id
    join appointment a on a.alliance_id = p.alliance_id or a.alliance_id = any(p.partner_alliance_ids)
    where s.id = the_submission and a.role = 'MODERATOR' and may_moderate(a.person_id, s.id)
      and not exists (select from moderation_assignment m
                      where m.submission_id = s.id and m.person_id = a.person_id)) able
  order by
    (select count(*) from moderation_assignment m join submission w on w.id = m.submission_id
     where m.person_id = able.person_id and w.status = 'SUBMITTED'),
    (select count(*) from moderation_assignment m where m.person_id = able.person_id),
    person_id
  limit 1
$$;
