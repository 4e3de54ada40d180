-- Which alliances a school is in, as alliance-service tells it.
create table membership (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  alliance_id uuid, organisation_id uuid, role text, starts_on date, ends_on date
);
create index membership_by_organisation on membership (organisation_id, alliance_id);
grant select, insert, update on membership to ${writer};
alter table membership enable row level security;

-- Evidence is for a cycle of a project, for a project, or for an alliance.
alter table submission
  alter project_id drop not null,
  alter cycle_id drop not null,
  add alliance_id        uuid,
  add levels             text[] not null default '{}',
  add about              text,
  add teacher_id         uuid,
  add instrument_id      uuid,
  add instrument_edition int,
  -- a survey whose answers are counted for a success measure, and so moderated
  add feeds_measure      boolean not null default false,
  -- how many answered, where they are staff of whom fewer than five would be recognised; null for all others
  add staff_group        int,
  -- texts of pupils that the school's safeguarding lead has not yet released
  add held_texts         int not null default 0,
  add constraint submission_has_one_place
    check ((project_id is null) <> (alliance_id is null) and (cycle_id is null or project_id is not null)),
  add constraint scores_belong_to_a_cycle check (type <> 'SCORES' or cycle_id is not null),
  add constraint submission_cites_an_edition
    foreign key (instrument_id, instrument_edition) references instrument_edition;
create index submission_by_alliance on submission (alliance_id) where alliance_id is not null;
create index submission_by_teacher on submission (teacher_id) where teacher_id is not null;

-- What is handed in beside scores: the form as it was filled in, without the texts that go their own way, and, out of
-- every reader's reach, the single answers to a survey.
create table draft_content (
  submission_id uuid primary key references submission deferrable initially deferred,
  content       jsonb not null,
  responses     jsonb
);
create table accepted_content (
  submission_id uuid not null references submission,
  revision      int not null,
  content       jsonb not null,
  responses     jsonb,
  primary key (submission_id, revision)
);
grant select, insert, update, delete on draft_content to ${writer};
grant select, insert on accepted_content to ${writer};
grant select (submission_id, content) on draft_content to ${reader};
grant select (submission_id, revision, content) on accepted_content to ${reader};

-- A text that somebody wrote or said. It is never deleted by whoever drafts: a pupil may have written it.
create table passage (
  id            uuid primary key,
  submission_id uuid not null references submission deferrable initially deferred,
  revision      int not null,
  place         text not null,
  kind          text not null,
  content       text not null,
  by_pupil      boolean not null,
  received_at   timestamptz not null default now(),
  dropped_at    timestamptz,
  released_at   timestamptz,
  released_by   jsonb,
  personal_data boolean,
  cleared_at    timestamptz,
  cleared_by    jsonb
);
create index passage_by_submission on passage (submission_id);
create index passage_by_age on passage (received_at, id);

-- As it is shown outside the school, once somebody there has read it for that.
create table shared_passage (
  id            uuid primary key references passage,
  submission_id uuid not null references submission,
  place         text not null,
  kind          text not null,
  by_pupil      boolean not null,
  received_at   timestamptz not null,
  wording       text not null
);
grant select, insert on passage, shared_passage to ${writer};
grant update (dropped_at, released_at, released_by, personal_data, cleared_at, cleared_by) on passage to ${writer};
grant delete on shared_passage to ${writer};
grant select on passage, shared_passage to ${reader};

create function is_development(the_type text) returns boolean language sql immutable as $$
  select the_type in ('OBSERVATION', 'COACHING_NOTE')
$$;

create function actor_own_school_ids() returns uuid[] language sql stable as $$
  select actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids()
$$;

-- Schools at which the caller holds one of these roles by appointment.
create function actor_appointed_school_ids(variadic roles text[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(organisation_id), '{}') from appointment
  where person_id = any((select actor_person_ids())::uuid[]) and role = any(roles) and organisation_id is not null and not gone
    and holds_today(starts_on, ends_on)
$$;

create function actor_headed_school_ids() returns uuid[] language sql stable as $$
  select actor_appointed_school_ids('HEADTEACHER', 'EXECUTIVE_HEAD', 'ACTING_HEAD', 'HEAD_OF_SCHOOL')
$$;

create function actor_safeguarded_school_ids() returns uuid[] language sql stable as $$
  select actor_appointed_school_ids('SAFEGUARDING_LEAD')
$$;

create function has_safeguarding_lead(the_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from appointment where organisation_id = the_organisation and role = 'SAFEGUARDING_LEAD' and not gone
      and holds_today(starts_on, ends_on))
$$;

-- A coach of the school, or of the project in which the school takes part.
create function actor_coaches(the_organisation uuid, the_project uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select the_organisation = any((select actor_appointed_school_ids('COACH', 'SPECIALIST_LEADER_OF_EDUCATION'))::uuid[])
    or exists (
      select from project_appointment a
      where a.project_id = the_project and a.person_id = any((select actor_person_ids())::uuid[]) and a.role = 'COACH' and not a.gone
        and holds_today(a.starts_on, a.ends_on))
$$;

create function is_member_today(the_organisation uuid, the_alliance uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from membership where organisation_id = the_organisation and alliance_id = the_alliance and not gone
      and holds_today(starts_on, ends_on))
$$;

-- Alliances whose evidence the caller oversees.
create function actor_overseen_alliances() returns table (id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select alliance_id, role from appointment
  where person_id = any((select actor_person_ids())::uuid[]) and role in ('RD_LEAD', 'ALLIANCE_LEAD') and alliance_id is not null
    and not gone and holds_today(starts_on, ends_on)
$$;

create function is_actors(the_issuer text, the_subject text) returns boolean language sql stable as $$
  select the_issuer = actor() ->> 'issuer' and the_subject = actor() ->> 'subject'
$$;

-- What is for development is for who wrote it, the teacher, and the teacher's head; for these two once handed in.
create function actor_development_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from submission s
  where is_development(s.type) and (
    s.maker_issuer = actor() ->> 'issuer' and s.maker_subject = actor() ->> 'subject'
      and (s.organisation_id = any((select actor_own_school_ids())::uuid[]) or actor_coaches(s.organisation_id, s.project_id))
    or exists (select from accepted_content c where c.submission_id = s.id)
      and (s.teacher_id = any((select actor_person_ids())::uuid[]) or s.organisation_id = any((select actor_headed_school_ids())::uuid[])))
$$;

create or replace function visible_submission_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from submission where organisation_id = any((select actor_own_school_ids())::uuid[]) and not is_development(type)
    union
    select s.id from actor_overseen_projects() o join submission s on s.project_id = o.id
    where not is_development(s.type)
    union
    select s.id from actor_overseen_alliances() o join submission s on s.alliance_id = o.id
    where not is_development(s.type)
    union
    select s.id from submission s where s.held_texts > 0 and s.organisation_id = any((select actor_safeguarded_school_ids())::uuid[])
    union
    select unnest(actor_development_ids())
    union
    select unnest(actor_moderated_submission_ids())) mine
$$;

create or replace function actor_submission_roles(the_submission uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct role), '{}') from submission s cross join lateral (
    select unnest(actor_organisation_roles(s.organisation_id)) as role where not is_development(s.type)
    union all
    select 'MAKER' where is_actors(s.maker_issuer, s.maker_subject)
      and (cardinality(actor_organisation_roles(s.organisation_id)) > 0
           or is_development(s.type) and actor_coaches(s.organisation_id, s.project_id))
    union all
    select 'TEACHER' where s.teacher_id = any((select actor_person_ids())::uuid[])
      and exists (select from accepted_content c where c.submission_id = s.id)
    union all
    select 'HEAD' where is_development(s.type) and s.organisation_id = any((select actor_headed_school_ids())::uuid[])
      and exists (select from accepted_content c where c.submission_id = s.id)
    union all
    select 'SAFEGUARDING_LEAD' where s.held_texts > 0 and s.organisation_id = any((select actor_safeguarded_school_ids())::uuid[])
    union all
    select 'MODERATOR' where s.id = any(actor_moderated_submission_ids())
    union all
    select o.role from actor_overseen_projects() o where o.id = s.project_id and not is_development(s.type)
    union all
    select o.role from actor_overseen_alliances() o where o.id = s.alliance_id and not is_development(s.type)) mine
  where s.id = the_submission
$$;

-- Of a form: the school's own, and what is accepted also for those who oversee it.
create function readable_content_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from submission where organisation_id = any((select actor_own_school_ids())::uuid[]) and not is_development(type)
    union
    select unnest(actor_development_ids())) mine
$$;

create function readable_draft_content_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from submission
  where id = any((select readable_content_ids())::uuid[])
    and (not is_development(type) or maker_issuer = actor() ->> 'issuer' and maker_subject = actor() ->> 'subject')
$$;

create function readable_accepted_content_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select readable_content_ids() || coalesce(array_agg(s.id), '{}') from submission s
  where not is_development(s.type) and s.accepted_revision is not null
    and (s.project_id in (select id from actor_overseen_projects())
         or s.alliance_id in (select id from actor_overseen_alliances()))
$$;

-- Texts that the school's own may read; those of staff only where five or more answered.
create function readable_text_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from submission
  where organisation_id = any((select actor_own_school_ids())::uuid[]) and not is_development(type)
    and (staff_group is null or staff_group >= 5)
$$;

-- Counts of what is for development, for those who may not read it. What they oversee, or their own schools'.
create function development_counts()
  returns table (organisation_id uuid, project_id uuid, cycle_id uuid, type text, submissions bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.organisation_id, s.project_id, s.cycle_id, s.type, count(*) from submission s
  where is_development(s.type) and s.accepted_revision is not null
    and (s.organisation_id = any((select actor_own_school_ids())::uuid[])
         or s.project_id in (select id from actor_overseen_projects())
         or s.alliance_id in (select id from actor_overseen_alliances()))
  group by s.organisation_id, s.project_id, s.cycle_id, s.type
$$;

create function safeguarded_submission_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from submission where organisation_id = any((select actor_safeguarded_school_ids())::uuid[])
$$;

alter table draft_content enable row level security;
alter table accepted_content enable row level security;
alter table passage enable row level security;
alter table shared_passage enable row level security;
create policy readable on draft_content for select to ${reader}
  using (submission_id = any((select readable_draft_content_ids())::uuid[]));
create policy readable on accepted_content for select to ${reader}
  using (submission_id = any((select readable_accepted_content_ids())::uuid[]));
-- What a pupil wrote is the safeguarding lead's until released, and nobody else's.
create policy own on passage for select to ${reader}
  using (dropped_at is null and (not by_pupil or released_at is not null)
         and submission_id = any((select readable_text_ids())::uuid[]));
create policy safeguarding on passage for select to ${reader}
  using (by_pupil and submission_id = any((select safeguarded_submission_ids())::uuid[]));
create policy cleared on shared_passage for select to ${reader}
  using (submission_id = any((select readable_accepted_content_ids())::uuid[]));
