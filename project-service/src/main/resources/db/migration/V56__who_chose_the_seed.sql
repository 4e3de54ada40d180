-- Whether the seed was given by who drew or taken by chance; of drawings before this nobody wrote it down.
alter table allocation add column seed_given boolean;
