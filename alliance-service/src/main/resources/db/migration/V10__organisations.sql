-- What the registers say of organisations: dated where it changes, searchable, with predecessors and successors.

create extension if not exists pg_trgm;

alter table organisation
  add column group_id            text constraint group_id_taken unique,
  add column company_number      text,
  add column laestab             text,
  add column ukprn               text,
  add column type                text,
  add column street              text,
  add column locality            text,
  add column county              text,
  add column easting             int,
  add column northing            int,
  add column roll                int,
  add column free_meals_share    numeric(4, 1),
  add column urban_rural         text,
  add column opens_on            date,
  add column closes_on           date,
  add column described_from      date,   -- null: as far back as anybody asks
  add column register_changed_on date,   -- the register's own date of the last change that was taken in
  add column search              text not null generated always as (lower(
    name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' ' || coalesce(replace(postcode, ' ', ''), '')
    || ' ' || coalesce(urn, '') || ' ' || coalesce(uid, '') || ' ' || coalesce(group_id, '')
    || ' ' || coalesce(laestab, '') || ' ' || coalesce(ukprn, ''))) stored;

create index organisation_by_search on organisation using gin (search gin_trgm_ops);
-- for values that few have; those that many have are soon found in the order of names
create index organisation_by_phase on organisation (phase);
create index organisation_by_setting on organisation (setting);
create index organisation_by_status on organisation (status);

-- What an organisation was, up to a day; its own row says what it is since. Nobody changes what was.
create table organisation_past (
  id               uuid not null references organisation,
  described_from   date,
  until            date not null,
  version          bigint not null,
  kind             text not null,
  name             text not null,
  register_id      text,
  urn              text,
  uid              text,
  group_id         text,
  la_code          text,
  company_number   text,
  laestab          text,
  ukprn            text,
  phase            text,
  setting          text,
  type             text,
  status           text not null,
  street           text,
  locality         text,
  town             text,
  county           text,
  postcode         text,
  easting          int,
  northing         int,
  roll             int,
  free_meals_share numeric(4, 1),
  urban_rural      text,
  opens_on         date,
  closes_on        date,
  invented         boolean not null,
  search           text not null,
  primary key (id, until),
  constraint organisation_past_ends_after_it_starts check (until > described_from)
);
create index organisation_past_by_name on organisation_past (name, id);
create index organisation_past_by_search on organisation_past using gin (search gin_trgm_ops);

-- Whoever moves the day from which the description holds leaves the description of the days before.
create function keep_what_an_organisation_was() returns trigger language plpgsql as $$
begin
  insert into organisation_past (id, described_from, until, version, kind, name, register_id, urn, uid, group_id,
    la_code, company_number, laestab, ukprn, phase, setting, type, status, street, locality, town, county, postcode,
    easting, northing, roll, free_meals_share, urban_rural, opens_on, closes_on, invented, search)
  values (old.id, old.described_from, new.described_from, old.version, old.kind, old.name, old.register_id, old.urn,
    old.uid, old.group_id, old.la_code, old.company_number, old.laestab, old.ukprn, old.phase, old.setting, old.type,
    old.status, old.street, old.locality, old.town, old.county, old.postcode, old.easting, old.northing, old.roll,
    old.free_meals_share, old.urban_rural, old.opens_on, old.closes_on, old.invented, old.search);
  return new;
end
$$;
create trigger keep_what_it_was before update on organisation for each row
  when (old.described_from is distinct from new.described_from)
  execute function keep_what_an_organisation_was();

create table organisation_link (
  id             uuid primary key,
  predecessor_id uuid not null references organisation,
  successor_id   uuid not null references organisation,
  kind           text not null,
  day            date,
  status         text not null,
  constraint organisation_succeeds_another check (predecessor_id <> successor_id)
);
create unique index organisations_linked_already
  on organisation_link (least(predecessor_id, successor_id), greatest(predecessor_id, successor_id));
create index organisation_link_by_predecessor on organisation_link (predecessor_id);
create index organisation_link_by_successor on organisation_link (successor_id);
create index organisation_link_by_status on organisation_link (status, id);

grant select, insert on organisation_past to ${writer};
grant select, insert, update on organisation_link to ${writer};
grant select on organisation_past, organisation_link to ${reader};
alter table organisation_past enable row level security;
alter table organisation_link enable row level security;
create policy directory on organisation_past for select to ${reader} using ((select actor_reads_directory()));
create policy directory on organisation_link for select to ${reader} using ((select actor_reads_directory()));

-- The directory as lists read it. Below a policy a search by trigrams could use no index, as its operators are not
-- leakproof; a view of the owner's asks the one question that the policy asks, and is planned as a whole.
create view directory_now as
  select o.*, null::date as until from organisation o where (select actor_reads_directory());
create view directory_of_days as
  select * from (
    select id, version, kind, name, register_id, urn, uid, group_id, la_code, company_number, laestab, ukprn, phase,
      setting, type, status, street, locality, town, county, postcode, easting, northing, roll, free_meals_share,
      urban_rural, opens_on, closes_on, invented, search, described_from, null::date as until
    from organisation
    union all
    select id, version, kind, name, register_id, urn, uid, group_id, la_code, company_number, laestab, ukprn, phase,
      setting, type, status, street, locality, town, county, postcode, easting, northing, roll, free_meals_share,
      urban_rural, opens_on, closes_on, invented, search, described_from, until
    from organisation_past) days
  where (select actor_reads_directory());
grant select on directory_now, directory_of_days to ${reader};

-- An organisation with all that it came from and all that came from it, over links that are confirmed.
create function organisation_lineage(the_organisation uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive lineage (id, direction) as (
    select the_organisation, d from unnest(array['from', 'to']) d
    union
    select case l.direction when 'from' then k.predecessor_id else k.successor_id end, l.direction
    from lineage l join organisation_link k
      on case l.direction when 'from' then k.successor_id else k.predecessor_id end = l.id
    where k.status = 'CONFIRMED')
  select array_agg(distinct id) from lineage
$$;
