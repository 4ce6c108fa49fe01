create table read.analytics_visit_v1 (
  appointment_id uuid primary key,
  doctor_id uuid not null,
  patient_id uuid not null,
  type_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null,
  price_cents bigint,
  currency text,
  booked_at timestamptz not null
);

create index analytics_visit_v1_by_start on read.analytics_visit_v1 (doctor_id, starts_at);

-- whether a patient had been with the doctor before
create index analytics_visit_v1_by_patient
  on read.analytics_visit_v1 (doctor_id, patient_id, starts_at);
