call keep_in_step('measure');
call keep_in_step('submission', 'id');
