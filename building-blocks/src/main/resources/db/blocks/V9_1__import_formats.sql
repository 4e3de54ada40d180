-- Files come as CSV or as JSON lines, and may say that what they do not name has ended.
alter table import_job
  add column format   text not null default 'CSV',
  add column complete boolean not null default false;
alter table import_job alter column format drop default, alter column complete drop default;
