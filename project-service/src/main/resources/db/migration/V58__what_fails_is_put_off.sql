-- What is due and failed, until when those behind it are done first.
create table put_off (about_id uuid primary key, until timestamptz not null);
grant select, insert, update on put_off to ${writer};
alter table put_off enable row level security;

create function is_put_off(about uuid) returns boolean language sql stable as $$
  select exists (select from put_off where about_id = about and until > now())
$$;
