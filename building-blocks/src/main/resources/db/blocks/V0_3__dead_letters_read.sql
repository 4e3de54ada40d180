-- The platform's staff see that an event could not be taken in and why, never what it carries.
create index dead_letter_by_age on dead_letter (parked_at, id);
alter table dead_letter enable row level security;
create policy platform on dead_letter for select to ${reader} using ((select actor_has_role('platform-admin')));
grant select (id, consumer, topic, partition, "offset", headers, cause, parked_at) on dead_letter to ${reader};
