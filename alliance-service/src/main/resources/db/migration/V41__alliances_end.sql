alter table alliance
  add column ended_on      date,
  add column ending_reason text,
  add constraint alliance_ended_on_a_day_for_a_reason
    check ((status = 'ENDED') = (ended_on is not null) and (status = 'ENDED') = (ending_reason is not null));
