-- Why time off was rejected or cancelled, for the letter that tells of it.
alter table work.notified_time_off add column decision text;
