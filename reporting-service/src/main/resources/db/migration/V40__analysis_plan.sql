-- How a project said it would be analysed; null where it has not said so.
alter table project add column plan jsonb;
