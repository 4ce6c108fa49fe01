-- the move that a patient asks for, while the visit stays where it is
alter table read.appointment_v1
  add move_starts_at timestamptz,
  add move_ends_at timestamptz,
  add move_location_id uuid,
  add move_room_id uuid;

alter table read.booking_v1
  add move_starts_at timestamptz,
  add move_ends_at timestamptz,
  add move_location_id uuid,
  add move_room_id uuid;

alter table read.agenda_entry_v1
  add move_starts_at timestamptz,
  add move_ends_at timestamptz,
  add move_location_id uuid,
  add move_room_id uuid;
