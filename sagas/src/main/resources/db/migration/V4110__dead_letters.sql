-- Events that a group could not handle, and those of the same stream behind them: where they stand in
-- the log, and nothing of what they say.
create table work.parked_event (
  parked_id        uuid primary key default gen_random_uuid(),
  number           bigint not null default nextval('work.notification_number_seq'),
  processing_group text not null,
  aggregate_id     text not null,
  sequence_number  bigint not null,
  event_type       text not null,
  replay           boolean not null,
  parked_at        timestamptz not null,
  attempts         int not null,
  error_reason     text,
  unique (processing_group, aggregate_id, sequence_number)
);

alter table work.calendar_copy add column failed_number bigint, add column failed_at timestamptz;
update work.calendar_copy
  set failed_number = nextval('work.notification_number_seq'), failed_at = now()
  where last_error is not null;
create index on work.calendar_copy (failed_number) where failed_number is not null;

-- All that waits for somebody to mend it; one numbering makes pages of it.
create view work.dead_letter as
  select notification_id as id, number, 'notification' as source, created_at, attempts, error_reason,
    jsonb_strip_nulls(jsonb_build_object('channel', channel, 'template', template,
      'recipient', recipient, 'appointmentId', appointment_id, 'doctorId', doctor_id,
      'patientId', patient_id)) as details
  from work.notification where state in ('FAILED', 'UNDELIVERED')
  union all
  select parked_id, number, 'event', parked_at, attempts, error_reason,
    jsonb_build_object('group', processing_group, 'event', event_type, 'aggregateId', aggregate_id,
      'sequenceNumber', sequence_number)
  from work.parked_event
  union all
  select md5(connection_id::text || appointment_id::text)::uuid, failed_number, 'calendar_copy',
    failed_at, attempts, last_error,
    jsonb_build_object('connectionId', connection_id, 'appointmentId', appointment_id,
      'doctorId', doctor_id, 'patientId', patient_id)
  from work.calendar_copy where failed_number is not null;
