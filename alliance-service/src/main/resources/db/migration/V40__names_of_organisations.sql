-- Organisations by what callers and files name them: the id, a register's number, or the number as a provider, which a
-- successor may have from its predecessor: then it names the one that is open.
create index organisation_by_ukprn on organisation (ukprn);

create function organisation_known_as(known_as text) returns uuid language sql stable as $$
  select case
    when known_as like 'ukprn:%' then (
      select case when count(*) = 1 then (array_agg(id))[1] end
      from (select id, rank() over (order by status = 'CLOSED') as standing
            from organisation where ukprn = substr(known_as, 7)) so_numbered
      where standing = 1)
    when known_as like '%:%' then (select id from organisation where register_id = known_as)
    else (select id from organisation where id = cast(known_as as uuid)) end
$$;
