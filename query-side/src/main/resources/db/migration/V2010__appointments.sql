create table read.appointment_v1 (
  appointment_id uuid primary key,
  doctor_id uuid not null,
  patient_id uuid not null,
  type_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null,
  mode text not null,
  price_cents bigint,
  currency text,
  source text not null,
  patient_timezone text not null,
  doctor_timezone text not null,
  reason text,
  status_reason text,
  reschedule_count integer not null,
  cancelled_by text,
  booked_at timestamptz not null,
  changed_at timestamptz not null
);

create table read.booking_v1 (
  appointment_id uuid primary key,
  patient_id uuid not null,
  doctor_id uuid not null,
  type_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null,
  mode text not null,
  price_cents bigint,
  currency text,
  patient_timezone text not null,
  reschedule_count integer not null
);

-- a page of a patient's bookings, upcoming or past; also tells which doctors have seen a patient
create index booking_v1_by_patient on read.booking_v1 (patient_id, ends_at, appointment_id);

create table read.agenda_entry_v1 (
  kind text not null,
  id uuid not null,
  doctor_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null,
  patient_id uuid,
  type_id uuid,
  location_id uuid,
  room_id uuid,
  mode text,
  reason text,
  primary key (kind, id)
);

create index agenda_entry_v1_by_start on read.agenda_entry_v1 (doctor_id, starts_at);

-- entries of more than a day are few; with them apart, a range needs only look one day back
create index agenda_entry_v1_long on read.agenda_entry_v1 (doctor_id, ends_at)
  where ends_at - starts_at > interval '1 day';
