-- What is derived from events lies twice, in read_a and in read_b, of which one answers: a rebuild fills the other and
-- then they change places (decision 29). Queries, policies and functions ask the views in public, which show the one.
create schema read_a;
create schema read_b;
grant usage on schema read_a, read_b to ${writer}, ${reader};

create table read_model (
  only_row boolean primary key default true check (only_row),
  active   text not null default 'read_a' check (active in ('read_a', 'read_b'))
);
insert into read_model default values;
-- to hold it for a transaction takes the right to change it; it is changed by show_read_model alone
grant select, update on read_model to ${writer};

create table rebuild (
  id           uuid primary key,
  requested_at timestamptz not null default now(),
  requested_by jsonb,
  reason       text,
  target       text,
  state        text not null,
  positions    jsonb not null default '{}',
  events       bigint not null default 0,
  remaining    bigint,
  failures     int not null default 0,
  started_at   timestamptz,
  finished_at  timestamptz
);
create unique index rebuild_one_at_a_time on rebuild ((true)) where state in ('QUEUED', 'RUNNING');
create index rebuild_by_time on rebuild (requested_at, id);
alter table rebuild enable row level security;
create policy platform on rebuild for select to ${reader} using ((select actor_has_role('platform-admin')));
grant select, insert, update on rebuild to ${writer};
grant select on rebuild to ${reader};

-- Makes in read_b what a table is in read_a: columns, constraints, indexes, grants, policies.
create procedure twin(the_table text) language plpgsql as $$
declare
  each record;
begin
  execute format('create table read_b.%1$I (like read_a.%1$I including all)', the_table);
  for each in select grantee::regrole::text as grantee, privilege_type
              from pg_class c, aclexplode(c.relacl) where c.oid = format('read_a.%I', the_table)::regclass loop
    execute format('grant %s on read_b.%I to %s', each.privilege_type, the_table, each.grantee);
  end loop;
  if (select relrowsecurity from pg_class where oid = format('read_a.%I', the_table)::regclass) then
    execute format('alter table read_b.%I enable row level security', the_table);
  end if;
  for each in select policyname, cmd, array_to_string(roles, ', ') as roles, qual
              from pg_policies where schemaname = 'read_a' and tablename = the_table loop
    execute format('create policy %I on read_b.%I for %s to %s using (%s)',
                   each.policyname, the_table, each.cmd, each.roles, each.qual);
  end loop;
end
$$;

-- For migrations from here on: makes a change to both, and shows it.
create procedure in_both_read_models(change text) language plpgsql as $$
declare
  each text;
begin
  foreach each in array array['read_a', 'read_b'] loop
    perform set_config('search_path', each || ', public', true);
    execute change;
  end loop;
  perform set_config('search_path', 'public', true);
  call show_read_model((select active from read_model));
end
$$;

-- Lets one answer. Views check rights as the one who asks.
create procedure show_read_model(the_schema text) language plpgsql as $$
declare
  each text;
begin
  for each in select relname from pg_class
              where relnamespace = the_schema::regnamespace and relkind = 'r' order by relname loop
    execute format('create or replace view public.%1$I with (security_invoker = true) as select * from %2$I.%1$I',
                   each, the_schema);
    execute format('grant select, insert, update, delete on public.%I to ${writer}', each);
    execute format('grant select on public.%I to ${reader}', each);
  end loop;
end
$$;

do $$
declare
  each text;
begin
  for each in select relname from pg_class
              where relnamespace = 'public'::regnamespace and relkind = 'r'
                and relname not like 'import\_%' and relname not like 'export\_%' and relname not like 'flyway\_%'
                and relname not in ('epoch', 'outbox', 'history', 'dead_letter', 'idempotency', 'gone', 'access_log',
                                    'report', 'report_edition', 'read_model', 'rebuild') loop
    execute format('alter table public.%I set schema read_a', each);
    call twin(each);
  end loop;
  call show_read_model('read_a');
end
$$;

create function switch_read_model(the_schema text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update read_model set active = the_schema;
  call show_read_model(the_schema);
end
$$;
revoke execute on function switch_read_model from public;
grant execute on function switch_read_model to ${writer};

-- Never the one that answers.
create function empty_read_model(the_schema text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  each text;
begin
  if the_schema not in ('read_a', 'read_b') or the_schema = (select active from read_model) then
    raise exception '% is not to be emptied', the_schema;
  end if;
  for each in select relname from pg_class where relnamespace = the_schema::regnamespace and relkind = 'r' loop
    execute format('truncate %I.%I', the_schema, each);
  end loop;
end
$$;
revoke execute on function empty_read_model from public;
grant execute on function empty_read_model to ${writer};
