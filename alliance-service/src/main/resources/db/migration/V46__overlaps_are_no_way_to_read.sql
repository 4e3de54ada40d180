-- An index that keeps times from overlapping is a poor one to read by, and the planner took it for the cheaper: 2,200
-- pages for a school's eleven memberships. What never was overlaps nothing; leaving it out keeps readers away as well.
alter table membership
  drop constraint membership_once_at_a_time,
  add constraint membership_once_at_a_time
    exclude using gist (alliance_id with =, organisation_id with =, daterange(starts_on, ends_on) with &&)
    where (starts_on is distinct from ends_on);
alter table affiliation
  drop constraint one_affiliation_of_a_kind_at_a_time,
  add constraint one_affiliation_of_a_kind_at_a_time
    exclude using gist (organisation_id with =, kind with =, daterange(starts_on, ends_on) with &&)
    where (starts_on is distinct from ends_on);
