-- The events. An event's place in its aggregate's stream is unique: that is what lets one of two
-- concurrent decisions win. Event identifiers need no index of their own here.
create table store.domain_event_entry (
  global_index         bigint generated always as identity primary key,
  event_identifier     text not null,
  aggregate_identifier text not null,
  sequence_number      bigint not null,
  type                 text,
  time_stamp           text not null,
  payload_type         text not null,
  payload_revision     text,
  payload              bytea not null,
  meta_data            bytea,
  unique (aggregate_identifier, sequence_number)
);

create table store.snapshot_event_entry (
  event_identifier     text not null,
  aggregate_identifier text not null,
  sequence_number      bigint not null,
  type                 text not null,
  time_stamp           text not null,
  payload_type         text not null,
  payload_revision     text,
  payload              bytea not null,
  meta_data            bytea,
  primary key (aggregate_identifier, sequence_number)
);

-- How far each processor has come. Few rows that are written all the time: room for updates in place.
create table work.token_entry (
  processor_name text not null,
  segment        int not null,
  token          bytea,
  token_type     text,
  timestamp      text not null,
  owner          text,
  primary key (processor_name, segment)
) with (fillfactor = 50);

create table work.saga_entry (
  saga_id         text primary key,
  saga_type       text not null,
  revision        text,
  serialized_saga bytea
);

create table work.association_value_entry (
  id                bigint generated always as identity primary key,
  association_key   text not null,
  association_value text not null,
  saga_type         text not null,
  saga_id           text not null
);
create index on work.association_value_entry (saga_type, association_key, association_value);
create index on work.association_value_entry (saga_id, saga_type);

-- db-scheduler's own layout.
create table work.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index on work.scheduled_tasks (execution_time);
create index on work.scheduled_tasks (last_heartbeat);
