-- Copies of what the other services own, kept by their events. No foreign keys between them: events of different
-- aggregates come in any order.
create table organisation (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  kind text, name text, register_id text, status text
);
create index organisation_by_register_id on organisation (register_id);

create table affiliation (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  organisation_id uuid, to_id uuid, kind text, starts_on date, ends_on date
);
create index affiliation_by_organisation on affiliation (organisation_id);
create index affiliation_by_target on affiliation (to_id);

create table alliance (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  name text, status text
);

create table appointment (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  person_id uuid, role text, organisation_id uuid, alliance_id uuid, starts_on date, ends_on date
);
create index appointment_by_person on appointment (person_id);
create index appointment_by_alliance on appointment (alliance_id);

create table person (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  issuer text, sub text
);
create index person_by_sign_in on person (issuer, sub);

create table project (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  alliance_id uuid, partner_alliance_ids uuid[], title text, state text, success_measures jsonb
);
create index project_by_alliance on project (alliance_id);

create table participation (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, organisation_id uuid, status text, evidence text
);
create index participation_by_organisation on participation (organisation_id, project_id);

create table project_appointment (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, person_id uuid, role text, starts_on date, ends_on date
);
create index project_appointment_by_person on project_appointment (person_id);

create table cohort (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, organisation_id uuid, name text, arm text, about text, size int
);
create index cohort_by_organisation on cohort (organisation_id, project_id);

create table cycle (
  id uuid primary key, epoch bigint not null, sequence bigint not null, gone boolean not null default false,
  project_id uuid, number int, name text, phase text
);

-- Our own.
create table measure (
  id               uuid primary key,
  version          bigint not null,
  changed_at       timestamptz not null,
  code             text not null,
  name             text not null,
  about            text not null,
  unit             text not null,
  minimum          numeric(9,3) not null,
  maximum          numeric(9,3) not null,
  higher_is_better boolean not null,
  threshold        numeric(9,3),
  age_in_months    boolean not null,
  alliance_id      uuid,
  constraint measure_code_taken unique nulls not distinct (alliance_id, code),
  constraint measure_range_not_empty check (minimum < maximum),
  constraint measure_threshold_in_range check (threshold between minimum and maximum)
);
create index measure_by_name on measure (name, id);

create table submission (
  id                uuid primary key,
  version           bigint not null,
  changed_at        timestamptz not null,
  organisation_id   uuid not null,
  project_id        uuid not null,
  cycle_id          uuid not null,
  type              text not null,
  title             text,
  status            text not null,
  revision          int not null,
  -- the revision that counts; others were replaced, or are not yet accepted
  accepted_revision int,
  score_count       int not null,
  reference_count   int not null,
  maker_issuer      text not null,
  maker_subject     text not null,
  body_hash         text not null,
  created_at        timestamptz not null,
  constraint withdrawn_evidence_does_not_count check (status <> 'WITHDRAWN' or accepted_revision is null)
);
create index submission_by_organisation on submission (organisation_id, project_id);
create index submission_by_project on submission (project_id);
create index submission_by_age on submission (created_at, id);

-- What is being put together: its makers change it until it is handed in; on acceptance it moves to accepted_score.
create table draft_score (
  id            uuid not null default uuidv7() unique,
  submission_id uuid not null references submission deferrable initially deferred,
  revision      int not null,
  reference     text not null constraint reference_form check (reference ~ '^[A-Za-z0-9_-]{43}$'),
  measure_id    uuid not null references measure,
  cohort_id     uuid not null,
  point         text not null,
  value         numeric(9,3) not null,
  taken_on      date not null,
  subgroups     jsonb not null default '{}',
  constraint one_score_a_point primary key (submission_id, reference, measure_id, cohort_id, point)
);

-- Accepted versions are append-only: the writer may neither change nor delete them.
create table accepted_score (
  id              uuid not null default uuidv7() unique,
  submission_id   uuid not null references submission,
  revision        int not null,
  cycle_id        uuid not null,
  organisation_id uuid not null,
  reference       text not null constraint reference_form check (reference ~ '^[A-Za-z0-9_-]{43}$'),
  measure_id      uuid not null references measure,
  cohort_id       uuid not null,
  point           text not null,
  value           numeric(9,3) not null,
  taken_on        date not null,
  subgroups       jsonb not null,
  primary key (submission_id, revision, reference, measure_id, cohort_id, point)
);
create index accepted_score_by_reference on accepted_score (cycle_id, measure_id, reference);
create index accepted_score_by_cohort on accepted_score (cycle_id, measure_id, cohort_id);

-- What counts: the accepted revision of each submission.
create view score_in_force with (security_invoker = true) as
  select a.* from accepted_score a
  join submission s on s.id = a.submission_id and s.accepted_revision = a.revision;

-- What a reader of rows pages through, whichever table a revision lies in.
create view score_row with (security_invoker = true) as
  select id, submission_id, revision, reference, measure_id, cohort_id, point, value, taken_on, subgroups
  from draft_score
  union all
  select id, submission_id, revision, reference, measure_id, cohort_id, point, value, taken_on, subgroups
  from accepted_score;

create table moderation_assignment (
  id            uuid primary key,
  submission_id uuid not null references submission,
  person_id     uuid not null,
  assigned_at   timestamptz not null default now(),
  assigned_by   jsonb not null,
  constraint assigned_already unique (submission_id, person_id)
);
create index moderation_assignment_by_person on moderation_assignment (person_id);

create table moderation_decision (
  submission_id uuid not null references submission,
  revision      int not null,
  decision      text not null,
  note          text,
  person_id     uuid not null,
  decided_at    timestamptz not null default now(),
  constraint one_decision_a_revision primary key (submission_id, revision)
);

create table cell (
  id         uuid primary key,
  sequence   bigint not null,
  cycle_id   uuid not null,
  measure_id uuid not null,
  cohort_id  uuid not null,
  -- the record as it was sent; null once the cell is empty
  state      jsonb
);
create index cell_by_cohort on cell (cycle_id, measure_id, cohort_id);

grant select, insert, update on organisation, affiliation, alliance, appointment, person, project, participation,
  project_appointment, cohort, cycle to ${writer};
grant select, insert, update on submission, cell to ${writer};
grant select, insert, update, delete on draft_score to ${writer};
grant select, insert on measure, accepted_score, moderation_assignment, moderation_decision to ${writer};
grant select on score_in_force, score_row to ${writer};
grant select on organisation, alliance, project, cohort, cycle, measure, submission, draft_score, accepted_score,
  score_row, moderation_assignment, moderation_decision to ${reader};

-- Calendar days are those of the schools.
create function today() returns date language sql stable as $$
  select (now() at time zone 'Europe/London')::date
$$;

create function holds_today(starts_on date, ends_on date) returns boolean language sql stable as $$
  select starts_on <= today() and (ends_on is null or ends_on > today())
$$;

create function actor_reads_directory() returns boolean language sql stable as $$
  select coalesce(jsonb_array_length(actor() -> 'organisations') > 0, false)
$$;

create function actor_person_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from person
  where issuer = actor() ->> 'issuer' and sub = actor() ->> 'subject' and not gone
$$;

-- Schools at which the token itself gives the caller one of these roles.
create function actor_school_ids(variadic roles text[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from organisation
  where register_id = any(actor_organisations(variadic roles)) and kind = 'SCHOOL' and not gone
$$;

-- Schools that are today in a trust for whose team the caller speaks.
create function actor_trust_school_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(a.organisation_id), '{}')
  from organisation t join affiliation a on a.to_id = t.id
  where t.register_id = any(actor_organisations('trust-team', 'integration')) and t.kind = 'TRUST' and not t.gone
    and a.kind = 'TRUST' and not a.gone and holds_today(a.starts_on, a.ends_on)
$$;

-- The controller of a school's pupils' data: the trust for an academy, otherwise the school.
create function actor_controls_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select actor_trust_school_ids() || coalesce(array_agg(school), '{}')
  from unnest(actor_school_ids('school-lead', 'integration')) school
  where not exists (
    select from affiliation a
    where a.organisation_id = school and a.kind = 'TRUST' and not a.gone and holds_today(a.starts_on, a.ends_on))
$$;

-- What the caller is to a school, by the token and by its trust.
create function actor_organisation_roles(the_organisation uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from (
    select 'SCHOOL_STAFF' as role
    where the_organisation = any(actor_school_ids('school-staff', 'school-lead', 'integration'))
    union all
    select 'SCHOOL_LEAD' where the_organisation = any(actor_school_ids('school-lead', 'integration'))
    union all
    select 'TRUST_TEAM' where the_organisation = any(actor_trust_school_ids())
    union all
    select 'CONTROLLER' where the_organisation = any(actor_controls_ids())) mine
$$;

-- What the caller is to an alliance by appointment.
create function actor_alliance_roles(the_alliance uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from appointment
  where alliance_id = the_alliance and person_id = any(actor_person_ids()) and not gone
    and holds_today(starts_on, ends_on)
$$;

-- Projects whose evidence the caller oversees, as what: by appointment at the owning alliance, or at the project.
create function actor_overseen_projects() returns table (id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, a.role from appointment a join project p on p.alliance_id = a.alliance_id
  where a.person_id = any(actor_person_ids()) and a.role in ('RD_LEAD', 'ALLIANCE_LEAD') and not a.gone
    and holds_today(a.starts_on, a.ends_on)
  union
  select a.project_id, a.role from project_appointment a
  where a.person_id = any(actor_person_ids()) and a.role in ('PROJECT_LEAD', 'CYCLE_LEAD') and not a.gone
    and holds_today(a.starts_on, a.ends_on)
$$;

create function holds_appointment_at_school(the_person uuid, the_submission uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from submission s join appointment a on a.organisation_id = s.organisation_id
    where s.id = the_submission and a.person_id = the_person and not a.gone and holds_today(a.starts_on, a.ends_on))
$$;

-- A person may moderate for an alliance of the project and never for a school where they hold an appointment.
create function may_moderate(the_person uuid, the_submission uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
      select from submission s
      join project p on p.id = s.project_id
      join appointment a on a.alliance_id = p.alliance_id or a.alliance_id = any(p.partner_alliance_ids)
      where s.id = the_submission and a.person_id = the_person and a.role = 'MODERATOR' and not a.gone
        and holds_today(a.starts_on, a.ends_on))
    and not holds_appointment_at_school(the_person, the_submission)
$$;

-- What is assigned to the caller, who comes from another school by appointment and by token.
create function actor_moderated_submission_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s.id), '{}')
  from moderation_assignment m join submission s on s.id = m.submission_id
  where m.person_id = any(actor_person_ids()) and may_moderate(m.person_id, s.id)
    and s.organisation_id <> all(actor_school_ids('school-staff', 'school-lead', 'integration'))
    and s.organisation_id <> all(actor_trust_school_ids())
$$;

create function visible_submission_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select id from submission
    where organisation_id = any(actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids())
    union
    select s.id from actor_overseen_projects() o join submission s on s.project_id = o.id
    union
    select unnest(actor_moderated_submission_ids())) mine
$$;

-- What the caller is to a submission; nothing means that it is not there for them.
create function actor_submission_roles(the_submission uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct role), '{}') from submission s cross join lateral (
    select unnest(actor_organisation_roles(s.organisation_id)) as role
    union all
    select 'MAKER' where s.maker_issuer = actor() ->> 'issuer' and s.maker_subject = actor() ->> 'subject'
      and cardinality(actor_organisation_roles(s.organisation_id)) > 0
    union all
    select 'MODERATOR' where s.id = any(actor_moderated_submission_ids())
    union all
    select o.role from actor_overseen_projects() o where o.id = s.project_id) mine
  where s.id = the_submission
$$;

-- Rows of pupils: the controller's, and until it is handed in the maker's.
create function readable_draft_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from submission
  where organisation_id = any(actor_controls_ids())
    or maker_issuer = actor() ->> 'issuer' and maker_subject = actor() ->> 'subject'
      and status in ('DRAFT', 'RETURNED')
      and organisation_id = any(actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids())
$$;

create function controlled_submission_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from submission where organisation_id = any(actor_controls_ids())
$$;

create function visible_project_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    select project_id as id from participation
    where organisation_id = any(actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids())
      and not gone
    union
    select id from actor_overseen_projects()
    union
    select project_id from submission where id = any(visible_submission_ids())) mine
$$;

alter table organisation enable row level security;
alter table affiliation enable row level security;
alter table alliance enable row level security;
alter table appointment enable row level security;
alter table person enable row level security;
alter table project enable row level security;
alter table participation enable row level security;
alter table project_appointment enable row level security;
alter table cohort enable row level security;
alter table cycle enable row level security;
alter table measure enable row level security;
alter table submission enable row level security;
alter table draft_score enable row level security;
alter table accepted_score enable row level security;
alter table moderation_assignment enable row level security;
alter table moderation_decision enable row level security;
alter table cell enable row level security;

create policy directory on organisation for select to ${reader} using ((select actor_reads_directory()));
create policy directory on alliance for select to ${reader} using ((select actor_reads_directory()));
create policy directory on measure for select to ${reader} using ((select actor_reads_directory()));
create policy projects on project for select to ${reader} using (id = any((select visible_project_ids())::uuid[]));
create policy projects on cycle for select to ${reader}
  using (project_id = any((select visible_project_ids())::uuid[]));
create policy own on cohort for select to ${reader}
  using (organisation_id = any((select actor_school_ids('school-staff', 'school-lead', 'integration')
                                       || actor_trust_school_ids())::uuid[]));
create policy submissions on submission for select to ${reader}
  using (id = any((select visible_submission_ids())::uuid[]));
create policy drafts on draft_score for select to ${reader}
  using (submission_id = any((select readable_draft_ids())::uuid[]));
create policy controlled on accepted_score for select to ${reader}
  using (submission_id = any((select controlled_submission_ids())::uuid[]));
create policy submissions on moderation_assignment for select to ${reader}
  using (submission_id = any((select visible_submission_ids())::uuid[]));
create policy submissions on moderation_decision for select to ${reader}
  using (submission_id = any((select visible_submission_ids())::uuid[]));
create policy measures on history for select to ${reader}
  using (aggregatetype = 'measure' and (select actor_reads_directory()));
create policy submissions on history for select to ${reader}
  using (aggregatetype = 'submission' and aggregateid = any((select visible_submission_ids())::uuid[]));
