call keep_in_step('project', 'id');
call keep_in_step('participation', 'project_id');
call keep_in_step('project_appointment', 'project_id');
call keep_in_step('cohort', 'project_id');
call keep_in_step('cycle', 'project_id');
