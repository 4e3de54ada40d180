create table thing_copy (
  id       uuid primary key,
  epoch    bigint not null,
  sequence bigint not null,
  gone     boolean not null default false,
  name     text constraint name_is_short check (length(name) <= 20),
  weight   int
);
create table thing_effect (id uuid not null, at timestamptz not null default now());
grant select, insert, update, delete on thing_copy, thing_effect to ${writer};
