-- Where in the log a profile was saved last, or its patient erased: what is searched follows it.
alter table read.patient_v1 add column position bigint;
create index patient_v1_by_position on read.patient_v1 (position, patient_id);
create index booking_v1_by_doctor on read.booking_v1 (doctor_id, ends_at, patient_id);

-- By which version of the projection a rebuild was begun: another one does not go on with it.
alter table work.rebuild add column version int;

-- Read models of a database from before versions were kept are those of the first.
insert into work.read_model (name, version, made_at)
  select distinct processor_name, 1, now() from work.token_entry
  where token is not null and processor_name = 'patients'
on conflict do nothing;
