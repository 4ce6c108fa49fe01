-- a doctor's schedule as the engine wants it. version: a hash of the document; calendars: the
-- doctor's and those of the rooms they can use; reach_ms: the longest visit with its buffers
create table read.availability_schedule_v1 (
  doctor_id uuid primary key,
  version uuid not null,
  specialty text not null,
  cities text[] not null,
  calendars uuid[] not null,
  reach_ms bigint not null,
  document text not null
);

create index availability_schedule_v1_by_specialty
  on read.availability_schedule_v1 (lower(specialty));

-- what takes time in a doctor's or a room's calendar, as epoch milliseconds.
-- kind: 0 a visit, 1 a hold, 2 an entry of an external calendar
create table read.availability_occupied_v1 (
  calendar uuid not null,
  kind smallint not null,
  holder uuid not null,
  occupied_from bigint not null,
  occupied_until bigint not null,
  expires_at bigint,
  primary key (calendar, kind, holder)
);

-- all of a range without visiting the table
create index availability_occupied_v1_by_start
  on read.availability_occupied_v1 (calendar, occupied_from)
  include (occupied_until, expires_at, kind);

-- stretches of more than a day are few; with them apart, a range needs only look one day back
create index availability_occupied_v1_long
  on read.availability_occupied_v1 (calendar, occupied_until)
  where occupied_until - occupied_from > 86400000;

-- what all do is written once and read for months; freed slots are reclaimed early
alter table read.availability_occupied_v1 set (autovacuum_vacuum_insert_scale_factor = 0.05);

create table read.schedule_v1 (
  doctor_id uuid primary key,
  document text not null
);
