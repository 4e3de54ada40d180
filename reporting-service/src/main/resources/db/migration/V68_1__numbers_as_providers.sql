-- A token may name an organisation by its number as a provider.
call in_both_read_models('alter table organisation add column ukprn text');
call in_both_read_models('create index organisation_by_ukprn on organisation (ukprn)');
