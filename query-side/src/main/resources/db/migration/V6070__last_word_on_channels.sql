-- What a patient's ledger of consent says last of each channel, and when a profile was saved: the
-- later of the two is what holds. Filled anew from the first event.
create table read.patient_consent_v1 (
  patient_id uuid not null,
  channel text not null,
  given boolean not null,
  at timestamptz not null,
  primary key (patient_id, channel)
);

alter table read.patient_v1 add saved_at timestamptz;

delete from work.token_entry where processor_name = 'patients';
