-- What of a calendar could not be read, since when nothing of it can, and what of that is on record.
alter table work.calendar_connection
  add column skipped_count int not null default 0,
  add column skipped_first jsonb not null default '[]',
  add column failing_since timestamptz,
  add column judged text not null default 'WELL 0';
