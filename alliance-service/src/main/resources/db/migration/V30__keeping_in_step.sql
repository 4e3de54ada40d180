call keep_in_step('organisation');
call keep_in_step('affiliation');
call keep_in_step('alliance');
call keep_in_step('membership');
call keep_in_step('person', 'id');
call keep_in_step('appointment', 'person_id');
