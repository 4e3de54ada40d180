create table instrument (
  id          uuid primary key,
  version     bigint not null,
  changed_at  timestamptz not null,
  code        text not null,
  alliance_id uuid,
  name        text not null,
  purpose     text not null,
  about       text not null,
  -- the last one published; null before the first
  edition     int,
  graded      boolean not null,
  constraint instrument_code_taken unique nulls not distinct (alliance_id, code)
);
create index instrument_by_name on instrument (name, id);
call keep_in_step('instrument');

-- What is being worked on, for those who do.
create table instrument_draft (
  instrument_id uuid primary key references instrument,
  definition    jsonb not null
);

-- Published and never changed: answers cite it.
create table instrument_edition (
  instrument_id uuid not null references instrument,
  edition       int not null,
  definition    jsonb not null,
  graded        boolean not null,
  published_at  timestamptz not null default now(),
  primary key (instrument_id, edition)
);

grant select, insert, update on instrument to ${writer};
grant select, insert, update, delete on instrument_draft to ${writer};
grant select, insert on instrument_edition to ${writer};
grant select on instrument, instrument_draft, instrument_edition to ${reader};

create function actor_kept_instrument_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(i.id), '{}') from instrument i
  where case when i.alliance_id is null then actor_has_role('platform-admin')
             else 'ALLIANCE_LEAD' = any(actor_alliance_roles(i.alliance_id)) end
$$;

create function visible_instrument_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from instrument
  where actor_reads_directory() and (edition is not null or id = any((select actor_kept_instrument_ids())::uuid[]))
$$;

alter table instrument enable row level security;
alter table instrument_draft enable row level security;
alter table instrument_edition enable row level security;
create policy published on instrument for select to ${reader}
  using ((edition is not null and (select actor_reads_directory()))
         or id = any((select actor_kept_instrument_ids())::uuid[]));
create policy kept on instrument_draft for select to ${reader}
  using (instrument_id = any((select actor_kept_instrument_ids())::uuid[]));
create policy directory on instrument_edition for select to ${reader} using ((select actor_reads_directory()));
create policy instruments on history for select to ${reader}
  using (aggregatetype = 'instrument' and aggregateid = any((select visible_instrument_ids())::uuid[]));
