-- What a measure is, in each of its editions: scores were judged by one of them, and cite it.
alter table measure
  add kind        text not null default 'OTHER',
  add reliability numeric(4,3) constraint measure_reliability_is_a_share check (reliability between 0 and 1),
  add edition     int not null default 1;

create table measure_edition (
  measure_id  uuid not null references measure,
  edition     int not null,
  name        text not null,
  minimum     numeric(9,3) not null,
  maximum     numeric(9,3) not null,
  reliability numeric(4,3),
  made_at     timestamptz not null,
  primary key (measure_id, edition)
);
insert into measure_edition (measure_id, edition, name, minimum, maximum, reliability, made_at)
select id, edition, name, minimum, maximum, reliability, changed_at from measure;

grant update (name, minimum, maximum, reliability, edition, version, changed_at, changed_in) on measure to ${writer};
grant select, insert on measure_edition to ${writer};
grant select on measure_edition to ${reader};
alter table measure_edition enable row level security;
create policy directory on measure_edition for select to ${reader} using ((select actor_reads_directory()));

-- What the revision that was handed in last was judged by.
alter table submission
  add measure_ids      uuid[] not null default '{}',
  add measure_editions int[] not null default '{}';
