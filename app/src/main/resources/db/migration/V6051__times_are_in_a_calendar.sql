-- What looks like a time need not be one: make_date refuses days that are in no calendar. Rows that
-- were stored before are read as what they are.
alter table store.domain_event_entry add constraint time_is_in_a_calendar check (
  time_stamp ~ 'T([01]\d|2[0-3]):[0-5]\d:[0-5]\d'
  and make_date(
    cast(left(time_stamp, 4) as int),
    cast(substr(time_stamp, 6, 2) as int),
    cast(substr(time_stamp, 9, 2) as int)) is not null) not valid;
