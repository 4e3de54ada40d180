-- A token may name an organisation by its number as a provider.
alter table organisation add column ukprn text;
create index organisation_by_ukprn on organisation (ukprn);
