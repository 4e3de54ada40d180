-- A diocese is known by the register's code for it, such as CE23.
alter table organisation add column diocese_code text constraint diocese_code_taken unique;
alter table organisation alter column register_id set expression as (
  case when urn is not null then 'urn:' || urn when uid is not null then 'uid:' || uid
       when la_code is not null then 'la:' || la_code when diocese_code is not null then 'diocese:' || diocese_code end);
