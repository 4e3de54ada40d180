-- Whom a UKPRN names. A successor may have it from its predecessor: then it is the one that is open. Every service keeps
-- organisations; the table is looked for when it is asked, since it is the service's own.
create function organisation_of_provider(number text) returns uuid language plpgsql stable as $$
begin
  return (
    select case when count(*) = 1 then (array_agg(id))[1] end
    from (select id, rank() over (order by status = 'CLOSED') as standing from organisation where ukprn = number) named
    where standing = 1);
end
$$;
