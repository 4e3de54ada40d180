-- The same as before; what is called takes no subquery as its argument.
create or replace procedure in_both_read_models(change text) language plpgsql as $$
declare
  each text;
  shown text;
begin
  foreach each in array array['read_a', 'read_b'] loop
    perform set_config('search_path', each || ', public', true);
    execute change;
  end loop;
  perform set_config('search_path', 'public', true);
  select active into shown from read_model;
  call show_read_model(shown);
end
$$;

-- Pairs by the steps of their scores, and answers that pair nobody; cells that came before have none until a rebuild.
call in_both_read_models('alter table cell add column categories jsonb, add column unpaired jsonb');
