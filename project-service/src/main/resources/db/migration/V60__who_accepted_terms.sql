-- By whose sign-in a link was used, so that a lost answer can be given again; of links used before this nobody wrote it down.
alter table terms_link add column accepted_by text;
