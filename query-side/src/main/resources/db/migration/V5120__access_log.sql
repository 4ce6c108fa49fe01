-- What each deed was done to, where it came from, and whom an entry concerns beside one patient.
-- The timeline is filled anew from the first event.
drop table read.timeline_entry_v1;

create table read.timeline_entry_v2 (
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
  address text,
  appointment_id uuid,
  doctor_id uuid,
  patient_id uuid,
  changed text,
  details text not null
);

create index timeline_entry_v2_by_appointment on read.timeline_entry_v2 (appointment_id, position)
  where appointment_id is not null;
create index timeline_entry_v2_by_doctor on read.timeline_entry_v2 (doctor_id, position)
  where doctor_id is not null;
create index timeline_entry_v2_by_patient on read.timeline_entry_v2 (patient_id, position)
  where patient_id is not null;
create index timeline_entry_v2_by_changed on read.timeline_entry_v2 (changed, position)
  where changed is not null;
create index timeline_entry_v2_by_actor on read.timeline_entry_v2 (actor_id, position);
create index timeline_entry_v2_by_action on read.timeline_entry_v2 (action, position);
create index timeline_entry_v2_by_time on read.timeline_entry_v2 (occurred_at);

create table read.timeline_patient_v1 (
  patient_id uuid,
  position bigint,
  primary key (patient_id, position)
);

delete from work.token_entry where processor_name = 'timeline';
