-- Who invited whom, when and why, for whoever sees the person; what the link's secret makes is nobody's to read.
alter table invitation
  add column invited_at timestamptz not null default now(),
  add column invited_by jsonb,
  add column reason     text;
create index invitation_by_time on invitation (invited_at, id);
create index invitation_by_person on invitation (person_id, invited_at, id);
grant select (id, person_id, invited_at, invited_by, reason, expires_at, accepted_at) on invitation to ${reader};
create policy people on invitation for select to ${reader}
  using (exists (select from person p where p.id = invitation.person_id));
