-- What a project is called where it was loaded from, so that loading it again finds it.
alter table project add source_key text;
create unique index source_key_taken on project (alliance_id, source_key);
