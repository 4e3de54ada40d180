-- What was said of days that are past can be corrected; what was said before stands in the history.
create function organisation_search(name text, town text, postcode text, urn text, uid text, group_id text, laestab text,
                                    ukprn text) returns text
  language sql immutable parallel safe as $$
  select lower(name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' '
    || coalesce(replace(postcode, ' ', ''), '') || ' ' || coalesce(urn, '') || ' ' || coalesce(uid, '') || ' '
    || coalesce(group_id, '') || ' ' || coalesce(laestab, '') || ' ' || coalesce(ukprn, ''))
$$;
alter table organisation alter column search
  set expression as (organisation_search(name, town, postcode, urn, uid, group_id, laestab, ukprn));

grant update on organisation_past to ${writer};
