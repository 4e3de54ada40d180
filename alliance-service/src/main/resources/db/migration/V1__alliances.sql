create extension if not exists btree_gist;

create table organisation (
  id          uuid primary key,
  version     bigint not null,
  changed_at  timestamptz not null,
  kind        text not null,
  name        text not null,
  urn         text constraint urn_taken unique,
  uid         text constraint uid_taken unique,
  la_code     text constraint la_code_taken unique,
  phase       text,
  setting     text,
  status      text not null,
  town        text,
  postcode    text,
  invented    boolean not null,
  register_id text generated always as (
    case when urn is not null then 'urn:' || urn when uid is not null then 'uid:' || uid
         when la_code is not null then 'la:' || la_code end) stored unique
);
create index organisation_by_name on organisation (name, id);
create index organisation_by_kind_and_name on organisation (kind, name, id);

create table affiliation (
  id              uuid primary key,
  version         bigint not null,
  changed_at      timestamptz not null,
  organisation_id uuid not null references organisation,
  to_id           uuid not null references organisation,
  kind            text not null,
  starts_on       date not null,
  ends_on         date,
  constraint affiliation_ends_after_it_starts check (ends_on >= starts_on),
  constraint one_affiliation_of_a_kind_at_a_time
    exclude using gist (organisation_id with =, kind with =, daterange(starts_on, ends_on) with &&)
);
create index affiliation_by_start on affiliation (starts_on, id);
create index affiliation_by_target on affiliation (to_id);

create table person (
  id         uuid primary key,
  version    bigint not null,
  changed_at timestamptz not null,
  name       text not null,
  email      text not null,
  home_id    uuid not null references organisation,
  issuer     text,
  sub        text,
  constraint sign_in_bound_to_another_person unique (issuer, sub)
);
create index person_by_home on person (home_id);
create index person_by_name on person (name, id);

create table invitation (
  id          uuid primary key,
  person_id   uuid not null references person,
  secret_hash text not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz
);

create table alliance (
  id          uuid primary key,
  version     bigint not null,
  changed_at  timestamptz not null,
  name        text not null,
  kind        text not null,
  status      text not null,
  vision      text,
  trust_id    uuid references organisation,
  invented    boolean not null
);
create index alliance_by_name on alliance (name, id);

create table membership (
  id              uuid primary key,
  version         bigint not null,
  changed_at      timestamptz not null,
  alliance_id     uuid not null references alliance,
  organisation_id uuid not null references organisation,
  role            text not null,
  starts_on       date not null,
  ends_on         date,
  leaving_reason  text,
  constraint membership_ends_after_it_starts check (ends_on >= starts_on),
  constraint membership_once_at_a_time
    exclude using gist (alliance_id with =, organisation_id with =, daterange(starts_on, ends_on) with &&),
  constraint one_lead_at_a_time
    exclude using gist (alliance_id with =, daterange(starts_on, ends_on) with &&) where (role = 'LEAD')
);
create index membership_by_start on membership (starts_on, id);
create index membership_by_alliance on membership (alliance_id, starts_on, id);
create index membership_by_organisation on membership (organisation_id, starts_on, id);

create table appointment (
  id              uuid primary key,
  version         bigint not null,
  changed_at      timestamptz not null,
  person_id       uuid not null references person,
  role            text not null,
  organisation_id uuid references organisation,
  alliance_id     uuid references alliance,
  starts_on       date not null,
  ends_on         date,
  constraint appointment_at_one_place check (num_nonnulls(organisation_id, alliance_id) = 1),
  constraint appointment_ends_after_it_starts check (ends_on >= starts_on),
  constraint appointed_twice_at_the_same_time
    exclude using gist (person_id with =, role with =, coalesce(organisation_id, alliance_id) with =,
                        daterange(starts_on, ends_on) with &&)
);
create index appointment_by_start on appointment (starts_on, id);
create index appointment_by_person on appointment (person_id);
create index appointment_by_alliance on appointment (alliance_id);
create index appointment_by_organisation on appointment (organisation_id);

grant select, insert, update on organisation, affiliation, person, invitation, alliance, membership, appointment
  to ${writer};
grant select on organisation, affiliation, person, alliance, membership, appointment to ${reader};

-- Calendar days are those of the schools.
create function today() returns date language sql stable as $$
  select (now() at time zone 'Europe/London')::date
$$;

create function actor_reads_directory() returns boolean language sql stable as $$
  select coalesce(jsonb_array_length(actor() -> 'organisations') > 0, false)
$$;

create function actor_person_id() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select id from person where issuer = actor() ->> 'issuer' and sub = actor() ->> 'subject'
$$;

-- The organisations that the token names, and today's schools of the trusts among them.
create function actor_organisation_ids(variadic roles text[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as (select id from organisation where register_id = any(actor_organisations(variadic roles)))
  select coalesce(array_agg(id), '{}') from (
    select id from own
    union
    select a.organisation_id from affiliation a join own on own.id = a.to_id
    where a.kind = 'TRUST' and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())) mine
$$;

-- What the caller is to an alliance today.
create function actor_alliance_roles(the_alliance uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from (
    select role from appointment
    where alliance_id = the_alliance and person_id = actor_person_id()
      and starts_on <= today() and (ends_on is null or ends_on > today())
    union
    select 'TRUST_TEAM' from alliance where id = the_alliance and trust_id = any(actor_organisation_ids('trust-team'))
    union
    select 'PLATFORM_ADMIN' where actor_has_role('platform-admin')
    union
    select 'READER' where actor_reads_directory()) mine
$$;

-- What the caller is to an organisation today: by the token, by the trust, or by leading an alliance it is a member of.
create function actor_organisation_roles(the_organisation uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from (
    select 'SCHOOL_LEAD' as role where the_organisation = any(actor_organisation_ids('school-lead'))
    union
    select 'TRUST_TEAM' where the_organisation = any(actor_organisation_ids('trust-team'))
    union
    select 'PLATFORM_ADMIN' where actor_has_role('platform-admin')
    union
    select p.role from membership m join appointment p using (alliance_id)
    where m.organisation_id = the_organisation and p.person_id = actor_person_id()
      and m.starts_on <= today() and (m.ends_on is null or m.ends_on > today())
      and p.starts_on <= today() and (p.ends_on is null or p.ends_on > today())
    union
    select 'READER' where actor_reads_directory()) mine
$$;

create function visible_person_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when actor_has_role('platform-admin') then (select array_agg(id) from person) else (
    select array_agg(id) from (
      select actor_person_id() as id
      union
      select id from person where home_id = any(actor_organisation_ids('school-lead', 'trust-team', 'integration'))
      union
      select p.id from person p
      join membership m on m.organisation_id = p.home_id
      join appointment lead on lead.alliance_id = m.alliance_id
      where lead.person_id = actor_person_id() and lead.role in ('ALLIANCE_LEAD', 'RD_LEAD', 'FACILITATOR')
        and lead.starts_on <= today() and (lead.ends_on is null or lead.ends_on > today())
        and m.starts_on <= today() and (m.ends_on is null or m.ends_on > today())) mine) end
$$;

alter table organisation enable row level security;
alter table affiliation enable row level security;
alter table alliance enable row level security;
alter table membership enable row level security;
alter table person enable row level security;
alter table appointment enable row level security;
alter table invitation enable row level security;

-- The directory: whoever speaks for an organisation may read who is there and who works with whom.
create policy directory on organisation for select to ${reader} using ((select actor_reads_directory()));
create policy directory on affiliation for select to ${reader} using ((select actor_reads_directory()));
create policy directory on alliance for select to ${reader} using ((select actor_reads_directory()));
create policy directory on membership for select to ${reader} using ((select actor_reads_directory()));
create policy people on person for select to ${reader} using (id = any((select visible_person_ids())::uuid[]));
create policy people on appointment for select to ${reader}
  using (person_id = any((select visible_person_ids())::uuid[]));
create policy directory on history for select to ${reader}
  using (aggregatetype in ('organisation', 'affiliation', 'alliance', 'membership') and (select actor_reads_directory()));
