-- When a rule was last applied by itself: once a day, by whichever replica holds it.
alter table retention_rule add applied_on date;
