create table read.timeline_entry_v1 (
  position bigint primary key,
  event_id text not null,
  occurred_at timestamptz not null,
  action text not null,
  event_type text not null,
  stream text,
  sequence bigint,
  actor_type text,
  actor_id text,
  channel text,
  appointment_id uuid,
  doctor_id uuid,
  patient_id uuid,
  details text not null
);

create index timeline_entry_v1_by_appointment on read.timeline_entry_v1 (appointment_id, position)
  where appointment_id is not null;
create index timeline_entry_v1_by_doctor on read.timeline_entry_v1 (doctor_id, position)
  where doctor_id is not null;
create index timeline_entry_v1_by_patient on read.timeline_entry_v1 (patient_id, position)
  where patient_id is not null;
create index timeline_entry_v1_by_actor on read.timeline_entry_v1 (actor_id, position);
create index timeline_entry_v1_by_action on read.timeline_entry_v1 (action, position);
create index timeline_entry_v1_by_time on read.timeline_entry_v1 (occurred_at);
