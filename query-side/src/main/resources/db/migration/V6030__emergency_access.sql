-- Which doctors broke the glass for which patients, and until when a profile is open to them.
create table read.emergency_access_v1 (
  patient_id uuid not null,
  doctor_id uuid not null,
  until timestamptz not null,
  primary key (patient_id, doctor_id)
);
