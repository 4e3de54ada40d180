-- A shelf is seen by those at its place, and what stands on it by those who see the shelf.
create table shelf (id uuid primary key, place text not null);
create table item (id uuid primary key, shelf_id uuid not null references shelf, version bigint not null);
grant select, insert, update, delete on shelf, item to ${writer};
grant select on shelf, item to ${reader};

create function visible_shelf_ids() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from shelf where place = any(actor_organisations('keeper'))
$$;

alter table shelf enable row level security;
alter table item enable row level security;
create policy kept on shelf for select to ${reader} using (id = any((select visible_shelf_ids())::uuid[]));
create policy kept on item for select to ${reader} using (shelf_id = any((select visible_shelf_ids())::uuid[]));

call keep_in_step('shelf', 'id');
call keep_in_step('item', 'shelf_id');
