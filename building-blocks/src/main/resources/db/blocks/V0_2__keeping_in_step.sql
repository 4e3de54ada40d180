-- Keeping in step: each row knows the transaction that made it and the one that changed it last, and is given out in
-- that order, up to the last transaction before which none is still running.

create function this_change() returns bigint language sql stable as $$
  select pg_current_xact_id()::text::bigint
$$;

-- No transaction up to this one can still commit anything that this snapshot does not show.
create function last_complete_change() returns bigint language sql stable as $$
  select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
$$;

-- After a restore transactions may count anew: whoever keeps in step then starts anew too.
create function database_epoch() returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select value from epoch
$$;

-- What was deleted. Who may learn of it is who sees what it was seen through; null: whoever reads the collection.
create table gone (
  collection   text not null,
  id           uuid not null,
  seen_through uuid,
  changed_in   bigint not null default this_change(),
  primary key (collection, changed_in, id)
);
alter table gone enable row level security;
create policy signed_in on gone for select to ${reader} using ((select actor()) is not null);
grant select on gone to ${reader};

create function mark_change() returns trigger language plpgsql as $$
begin
  new.changed_in := this_change();
  return new;
end
$$;

create function mark_gone() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into gone (collection, id, seen_through)
  values (tg_table_name, old.id, (to_jsonb(old) ->> tg_argv[0])::uuid)
  on conflict do nothing;
  return null;
end
$$;

-- Lets callers keep in step with a table. seen_through: the column with the id of what decides who sees a row.
create procedure keep_in_step(the_table text, seen_through text default '') language plpgsql as $$
begin
  execute format('alter table %I add column born_in bigint not null default this_change(),
                                 add column changed_in bigint not null default this_change()', the_table);
  execute format('create index %I on %I (changed_in, id)', the_table || '_by_change', the_table);
  execute format('create trigger mark_change before update on %I for each row execute function mark_change()', the_table);
  execute format('create trigger mark_gone after delete on %I for each row execute function mark_gone(%L)',
                 the_table, seen_through);
end
$$;
