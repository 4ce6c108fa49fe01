-- Where read models are made beside those that are read, where the ones before go until they are
-- dropped, and where a check makes its own.
create schema read_next;
create schema read_old;
create schema read_check;

do $$
begin
  if exists (select from pg_roles where rolname = 'medic_app') then
    grant usage, create on schema read_next, read_old, read_check to medic_app;
  end if;
end
$$;

-- The last rebuild of each read model. run changes with whoever works at it; heartbeat is their lease.
create table work.rebuild (
  name text primary key,
  run uuid not null,
  state text not null,
  wanted text not null,
  cause text not null,
  requested_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  heartbeat timestamptz,
  events bigint not null default 0,
  position bigint not null default -1,
  head bigint not null default -1,
  events_per_second double precision not null default 0,
  parked bigint not null default 0,
  locked_millis double precision,
  failure text
);

-- Which version of its projection each read model was made by.
create table work.read_model (
  name text primary key,
  version int not null,
  made_at timestamptz not null
);

-- What the last check of each read model found.
create table work.read_model_check (
  name text primary key,
  checked_at timestamptz not null,
  position bigint not null,
  rows_compared bigint not null,
  differences bigint not null,
  findings text not null
);
