-- A page of the directory is found in the order of names in an index alone, whatever is asked of it: reading the rows
-- themselves in that order, to look for a word that is in few of them, took most of the time.
drop index organisation_by_name;
create index organisation_by_name on organisation (name, id)
  include (search, kind, phase, setting, status, opens_on, closes_on, described_from);
drop index organisation_past_by_name;
create index organisation_past_by_name on organisation_past (name, id)
  include (search, kind, phase, setting, status, opens_on, closes_on, described_from, until);
