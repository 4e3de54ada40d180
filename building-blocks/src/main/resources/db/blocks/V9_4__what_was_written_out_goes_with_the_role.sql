-- An export or an import is for whoever asked for it, as long as they may what they might then: a sign-in that has lost an
-- organisation, or a role at one, finds it no more.
create or replace function visible_export_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from export_job
  where issuer = actor() ->> 'issuer' and subject = actor() ->> 'subject'
    and actor -> 'organisations' <@ (actor() -> 'organisations')
$$;
create or replace function visible_import_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(id) from import_job
  where issuer = actor() ->> 'issuer' and subject = actor() ->> 'subject' and state <> 'RECEIVING'
    and actor -> 'organisations' <@ (actor() -> 'organisations')
$$;
