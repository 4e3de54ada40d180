-- When school is: what local authorities, trusts and schools have set, a year at a time.
create table calendar (
  id              uuid primary key,
  version         bigint not null,
  changed_at      timestamptz not null,
  organisation_id uuid not null references organisation,
  academic_year   text not null check (academic_year ~ '^20\d{2}/\d{2}$'),
  constraint one_calendar_a_year unique (organisation_id, academic_year)
);
create index calendar_by_year on calendar (academic_year, id);

create table calendar_term (
  calendar_id         uuid not null references calendar,
  position            int not null,
  term                text not null,
  starts_on           date not null,
  half_term_starts_on date not null,
  half_term_ends_on   date not null,
  ends_on             date not null,
  primary key (calendar_id, position),
  constraint calendar_out_of_order
    check (starts_on < half_term_starts_on and half_term_starts_on < half_term_ends_on and half_term_ends_on < ends_on)
);

create table calendar_day_off (
  calendar_id uuid not null references calendar,
  position    int not null,
  starts_on   date not null,
  ends_on     date not null,
  kind        text not null,
  note        text,
  primary key (calendar_id, position),
  constraint calendar_out_of_order check (starts_on < ends_on)
);

grant select, insert, update on calendar to ${writer};
grant select, insert, update, delete on calendar_term, calendar_day_off to ${writer};
grant select on calendar, calendar_term, calendar_day_off to ${reader};

alter table calendar enable row level security;
alter table calendar_term enable row level security;
alter table calendar_day_off enable row level security;
create policy directory on calendar for select to ${reader} using ((select actor_reads_directory()));
create policy directory on calendar_term for select to ${reader} using ((select actor_reads_directory()));
create policy directory on calendar_day_off for select to ${reader} using ((select actor_reads_directory()));
create policy calendars on history for select to ${reader}
  using (aggregatetype = 'calendar' and (select actor_reads_directory()));

call keep_in_step('calendar');
