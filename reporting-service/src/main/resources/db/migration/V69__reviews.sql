-- What leaders learnt in a cycle, as project-service tells it. Of reviews told before, a rebuild brings nothing more.
call in_both_read_models('alter table cycle add column review jsonb');
