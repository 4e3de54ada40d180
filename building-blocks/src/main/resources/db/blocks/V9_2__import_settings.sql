-- What a request named beside the kind and the mode of its file.
alter table import_job add column settings jsonb not null default '{}';
