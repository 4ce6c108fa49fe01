-- As the sagas' migrations make it.
create sequence work.notification_number_seq;
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
