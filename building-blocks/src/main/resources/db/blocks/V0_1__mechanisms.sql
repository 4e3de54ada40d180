-- What every service has: who is asking, the outbox, the inbox, history, idempotency keys, parked records.
-- Flyway runs this as the owner; ${writer} and ${reader} are the service's two working roles.

grant usage on schema public to ${writer}, ${reader};

-- The caller, put on a reader connection as JSON: {"issuer", "subject", "organisations": [{"id", "roles"}]}.
create function actor() returns jsonb language sql stable parallel safe as $$
  select nullif(current_setting('app.actor', true), '')::jsonb
$$;

-- Register ids ("urn:900001") of the organisations at which the token gives the caller one of these roles.
create function actor_organisations(variadic roles text[]) returns text[] language sql stable parallel safe as $$
  select coalesce(array_agg(o ->> 'id'), '{}')
  from jsonb_array_elements(actor() -> 'organisations') o
  where (o -> 'roles') ?| roles
$$;

create function actor_has_role(role text) returns boolean language sql stable parallel safe as $$
  select coalesce(cardinality(actor_organisations(role)) > 0, false)
$$;

-- A restore from a backup raises the epoch, so that consumers take what comes after it as newer.
create table epoch (only_row boolean primary key default true check (only_row), value bigint not null);
insert into epoch (value) values (1);
grant select on epoch to ${writer};

create table outbox (
  position      bigint generated always as identity primary key,
  id            uuid not null unique,
  aggregatetype text not null,
  aggregateid   uuid not null,
  type          text not null,
  payload       jsonb,
  headers       jsonb not null,
  sequence      bigint not null,
  epoch         bigint not null,
  occurred_at   timestamptz not null
);
grant select, insert, delete on outbox to ${writer};

create table history (
  aggregatetype text not null,
  aggregateid   uuid not null,
  version       bigint not null,
  type          text not null,
  occurred_at   timestamptz not null,
  actor         jsonb,
  reason        text,
  state         jsonb,
  primary key (aggregateid, version, aggregatetype)
);
alter table history enable row level security;
grant insert, select on history to ${writer};
grant select on history to ${reader};

create table inbox (
  consumer    text not null,
  event_id    uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_by_age on inbox using brin (received_at);
grant select, insert, delete on inbox to ${writer};

create table dead_letter (
  id          uuid primary key,
  consumer    text not null,
  topic       text not null,
  partition   int not null,
  "offset"    bigint not null,
  key         text,
  headers     jsonb not null,
  payload     bytea,
  cause       text not null,
  parked_at   timestamptz not null default now(),
  unique (consumer, topic, partition, "offset")
);
grant select, insert, delete on dead_letter to ${writer};

create table idempotency (
  actor      text not null,
  path       text not null,
  key        text not null,
  body_hash  text not null,
  resource   uuid not null,
  created_at timestamptz not null default now(),
  primary key (actor, path, key)
);
create index idempotency_by_age on idempotency using brin (created_at);
grant select, insert, delete on idempotency to ${writer};

-- Takes the key for this transaction, then looks it up: two statements, so that the second sees what the holder
-- before us committed. No row: another transaction holds the key now. A row of nulls: the key is new.
create function idempotency_begin(the_actor text, the_path text, the_key text)
  returns table (body_hash text, resource uuid) language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(hashtextextended(the_actor || ' ' || the_path || ' ' || the_key, 0)) then
    return query select i.body_hash, i.resource from (select) one
      left join idempotency i on i.actor = the_actor and i.path = the_path and i.key = the_key;
  end if;
end
$$;
