-- Who is kept by a legal hold, and who was erased.
create table read.patient_standing_v1 (
  patient_id uuid primary key,
  legal_hold boolean,
  erased_at timestamptz,
  ground text,
  key_destroyed_at timestamptz,
  receipt text
);

insert into read.patient_standing_v1 (patient_id, legal_hold)
  select patient_id, false from read.patient_v1;
