-- live holds by whom they are of: a holder is shown them, and what they keep as open
create table read.availability_hold_v1 (
  hold_id uuid primary key,
  held_by text not null,
  doctor_id uuid not null,
  type_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  expires_at timestamptz not null
);

create index availability_hold_v1_by_holder on read.availability_hold_v1 (held_by);

-- whose time it is is asked for every stretch: still without visiting the table
drop index read.availability_occupied_v1_by_start;

create index availability_occupied_v1_by_start
  on read.availability_occupied_v1 (calendar, occupied_from)
  include (occupied_until, expires_at, kind, holder);
