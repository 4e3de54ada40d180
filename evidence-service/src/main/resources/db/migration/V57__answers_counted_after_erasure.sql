-- The same function as before; what a submission holds is counted with its answers that go with no reference.
create or replace function erase_references(
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

  update submission s set
    score_count = held.scores + held.answers,
    reference_count = held.people
  from (select t.id,
          case when t.status = 'ACCEPTED' then
            (select count(*) from accepted_score a where a.submission_id = t.id and a.revision = t.accepted_revision)
          else (select count(*) from draft_score d where d.submission_id = t.id) end as scores,
          case when t.status = 'ACCEPTED' then
            (select coalesce(sum(c.people), 0) from accepted_count c
             where c.submission_id = t.id and c.revision = t.accepted_revision)
          else (select coalesce(sum(c.people), 0) from draft_count c where c.submission_id = t.id) end as answers,
          case when t.status = 'ACCEPTED' then
            (select count(distinct a.reference) from accepted_score a
             where a.submission_id = t.id and a.revision = t.accepted_revision)
          else (select count(distinct d.reference) from draft_score d where d.submission_id = t.id) end as people
        from submission t where t.id = any(touched)) held
  where s.id = held.id;

  -- what is left of files that were taken in
  delete from import_row r where r.cells && the_references;
  delete from import_fault f where f.subject = any(the_references);
  delete from import_refused r where exists (select from unnest(the_references) one where r.content like '%' || one || '%');
end
$$;
