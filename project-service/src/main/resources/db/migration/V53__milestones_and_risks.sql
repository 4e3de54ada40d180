create table milestone (
  id               uuid primary key,
  version          bigint not null,
  changed_at       timestamptz not null,
  project_id       uuid not null references project,
  cycle_id         uuid references cycle,
  participation_id uuid references participation,
  name             text not null,
  owner_id         uuid not null,
  due              date not null,
  remind_days      int not null,
  state            text not null,
  met_on           date,
  note             text,
  constraint milestone_is_met_on_a_day check ((state = 'MET') = (met_on is not null))
);
create index milestone_by_due on milestone (due, id);
create index milestone_by_project on milestone (project_id, due, id);
create index milestone_by_owner on milestone (owner_id);
create index milestone_to_watch on milestone (due, id) where state = 'PLANNED';

create table project_risk (
  id          uuid primary key,
  version     bigint not null,
  changed_at  timestamptz not null,
  project_id  uuid not null references project,
  category    text not null,
  title       text not null,
  owner_id    uuid not null,
  likelihood  int not null check (likelihood between 1 and 5),
  impact      int not null check (impact between 1 and 5),
  mitigation  text not null,
  state       text not null,
  raised_on   date not null,
  reviewed_on date not null,
  closed_on   date,
  constraint risk_is_closed_on_a_day check ((state = 'CLOSED') = (closed_on is not null))
);
create index project_risk_by_raising on project_risk (raised_on, id);
create index project_risk_by_project on project_risk (project_id, raised_on, id);
create index project_risk_to_watch on project_risk (id) where state = 'OPEN';

create table project_risk_review (
  project_risk_id uuid not null references project_risk,
  position        int not null,
  reviewed_on     date not null,
  likelihood      int not null,
  impact          int not null,
  mitigation      text not null,
  note            text,
  primary key (project_risk_id, position)
);

-- On which day what is due by the calendar was looked at last, and in which version; beside it, so that a look changes nothing.
create table watched (about_id uuid primary key, watched_on date not null, version bigint not null);

grant select, insert, update on milestone, project_risk, watched to ${writer};
grant select, insert on project_risk_review to ${writer};
grant select on milestone, project_risk, project_risk_review to ${reader};
alter table milestone enable row level security;
alter table project_risk enable row level security;
alter table watched enable row level security;
alter table project_risk_review enable row level security;
create policy related on milestone for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
create policy related on project_risk for select to ${reader}
  using ((select actor_reads_all_projects()) or project_id in (select unnest(visible_project_ids())));
-- Through the risk's own policy.
create policy related on project_risk_review for select to ${reader}
  using (exists (select from project_risk r where r.id = project_risk_id));

call keep_in_step('milestone', 'project_id');
call keep_in_step('project_risk', 'project_id');
