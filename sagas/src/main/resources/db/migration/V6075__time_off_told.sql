-- Time off that messages speak of. What was asked for before is not here: of its end nobody is told,
-- unless the group is replayed.
create table work.notified_time_off (
  doctor_id   uuid not null,
  time_off_id uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  asked       text,
  primary key (doctor_id, time_off_id)
);
