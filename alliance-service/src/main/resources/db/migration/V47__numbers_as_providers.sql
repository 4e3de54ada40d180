-- The rule for a number as a provider is that of all services.
create or replace function organisation_known_as(known_as text) returns uuid language sql stable as $$
  select case
    when known_as like 'ukprn:%' then organisation_of_provider(substr(known_as, 7))
    when known_as like '%:%' then (select id from organisation where register_id = known_as)
    else (select id from organisation where id = cast(known_as as uuid)) end
$$;
