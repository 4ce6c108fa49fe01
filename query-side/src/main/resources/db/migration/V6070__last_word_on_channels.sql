-- What a patient's ledger of consent says last of each channel, and when a profile was saved: null
-- for one from before. What of the two holds, ChannelWords says.
create table read.patient_consent_v1 (
  patient_id uuid not null,
  channel text not null,
  given boolean not null,
  at timestamptz not null,
  primary key (patient_id, channel)
);

alter table read.patient_v1 add saved_at timestamptz;

-- Patients are read while the application starts again: a ledger that was empty meanwhile would
-- show a STOP as a yes, and a form that is saved then would make it one.
do $$
begin
  if to_regclass('work.consent_entry') is not null then
    insert into read.patient_consent_v1 (patient_id, channel, given, at)
    select distinct on (patient_id, channel) patient_id, channel, given, at
    from work.consent_entry
    order by patient_id, channel, number desc;
  end if;
end
$$;
