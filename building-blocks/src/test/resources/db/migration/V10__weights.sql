create table weight (
  name  text primary key,
  grams int not null
);
grant select, insert, update, delete on weight to ${writer};
