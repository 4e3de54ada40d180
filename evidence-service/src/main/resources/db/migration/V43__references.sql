-- Where a reference means the same person, and with which of the school's keys it was made; never the key.
alter table submission
  add reference_scope  text not null default 'SCHOOL',
  add reference_key_id text not null default '1';

create index accepted_score_of_one on accepted_score using hash (reference);

-- Who had a person's scores removed, when and why; never whose they were.
create table erasure (
  id               uuid primary key,
  erased_at        timestamptz not null default now(),
  cause            text not null,
  people           int not null,
  scores           int not null,
  submission_ids   uuid[] not null,
  organisation_ids uuid[] not null,
  actor            jsonb not null,
  reason           text
);
create index erasure_by_age on erasure (erased_at, id);
grant select on erasure to ${writer}, ${reader};
alter table erasure enable row level security;
create policy concerned on erasure for select to ${reader}
  using (organisation_ids && (select actor_controls_ids())::uuid[]);

-- The one way by which what was accepted is removed: everywhere, whoever handed it in, and noted. The submissions are
-- locked first, so that none of their drafts is accepted meanwhile. Gives the cycles and measures to compute anew.
create function erase_references(
    the_id uuid, the_references text[], the_cause text, the_actor jsonb, the_reason text)
  returns table (cycle_id uuid, measure_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  select coalesce(array_agg(id), '{}') into touched from (
    select s.id from submission s
    where s.id in (select a.submission_id from accepted_score a where a.reference = any(the_references))
      or s.status in ('DRAFT', 'RETURNED', 'SUBMITTED') and exists (
        select from draft_score d where d.submission_id = s.id and d.reference = any(the_references))
    order by s.id for update) locked;

  return query
    with accepted as (
      delete from accepted_score a where a.reference = any(the_references)
      returning a.submission_id, a.organisation_id, a.cycle_id, a.measure_id),
    drafted as (
      delete from draft_score d where d.submission_id = any(touched) and d.reference = any(the_references)
      returning d.submission_id),
    noted as (
      insert into erasure (id, cause, people, scores, submission_ids, organisation_ids, actor, reason)
      select the_id, the_cause, cardinality(the_references),
             (select count(*) from accepted) + (select count(*) from drafted), touched,
             coalesce((select array_agg(distinct s.organisation_id) from submission s where s.id = any(touched)), '{}'),
             the_actor, the_reason)
    select distinct a.cycle_id, a.measure_id from accepted a order by 1, 2;

  update submission s set score_count = held.scores, reference_count = held.people
  from (select d.submission_id, count(*) as scores, count(distinct d.reference) as people
        from draft_score d where d.submission_id = any(touched) group by d.submission_id
        union all
        select a.submission_id, count(*), count(distinct a.reference)
        from accepted_score a join submission t on t.id = a.submission_id and t.accepted_revision = a.revision
        where t.id = any(touched) and t.status = 'ACCEPTED' group by a.submission_id) held
  where s.id = held.submission_id;
  update submission s set score_count = 0, reference_count = 0
  where s.id = any(touched)
    and not exists (select from draft_score d where d.submission_id = s.id)
    and not exists (select from accepted_score a where a.submission_id = s.id and a.revision = s.accepted_revision);

  -- what is left of files that were taken in
  delete from import_row r where r.cells && the_references;
  delete from import_fault f where f.subject = any(the_references);
  delete from import_refused r where exists (select from unnest(the_references) one where r.content like '%' || one || '%');
end
$$;
revoke execute on function erase_references from public;
grant execute on function erase_references to ${writer};

-- How long a controller lets a school's scores be kept after the last one of a person was taken.
create table retention_rule (
  organisation_id uuid primary key,
  months          int not null constraint retention_of_months check (months between 1 and 240),
  set_at          timestamptz not null default now(),
  set_by          jsonb not null
);
grant select, insert, update on retention_rule to ${writer};
grant select on retention_rule to ${reader};
alter table retention_rule enable row level security;
create policy own on retention_rule for select to ${reader}
  using (organisation_id = any((select actor_own_school_ids())::uuid[]));

-- People of a school whose last score was taken before a day, wherever it was handed in.
create function kept_too_long(the_organisation uuid, the_day date) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.reference from accepted_score a
  where a.reference in (
    select b.reference from accepted_score b join submission s on s.id = b.submission_id
    where s.organisation_id = the_organisation)
  group by a.reference having max(a.taken_on) < the_day
$$;
revoke execute on function kept_too_long from public;
grant execute on function kept_too_long to ${writer};
