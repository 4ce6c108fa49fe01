-- Connections to external calendars, and what is known of both sides. Nothing here is a read model:
-- it is the memory of the sync, of which a process that dies loses nothing.
create table work.calendar_connection (
  connection_id      uuid primary key,
  doctor_id          uuid not null,
  provider           text not null,
  calendar           text not null,
  status             text not null,
  scopes             text[] not null default '{}',
  show_patient_names boolean not null default false,
  -- Sealed with Tink, bound to the connection: a refresh token or a feed's address; an access token.
  secret             bytea,
  access_token       bytea,
  expires_at         timestamptz,
  -- Where reading stands: the provider's own cursor, or the next page of a listing under way.
  sync_cursor        text,
  next_page          text,
  generation         bigint not null default 0,
  listing_complete   boolean not null default false,
  doubted            boolean not null default false,
  window_until       timestamptz,
  last_synced_at     timestamptz,
  channel_due_at     timestamptz,
  -- When the next round is due, who is at work, and how it went.
  due_at             timestamptz,
  asked              bigint not null default 0,
  round              bigint not null default 0,
  leased_until       timestamptz,
  failures           int not null default 0,
  last_error         text
);
create index on work.calendar_connection (doctor_id);
create index on work.calendar_connection (due_at) where due_at is not null;

-- external_busy_times of the seed document.
create table work.calendar_busy_time (
  connection_id uuid not null references work.calendar_connection,
  external_id   text not null,
  series_id     text,
  doctor_id     uuid not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  status        text not null,
  source        text not null,
  last_seen_at  timestamptz not null,
  generation    bigint not null,
  primary key (connection_id, external_id)
);
create index on work.calendar_busy_time (connection_id, series_id) where series_id is not null;

-- A visit's copy in a calendar: what it should be, what was last seen of it, and what was proposed.
create table work.calendar_copy (
  connection_id      uuid not null,
  appointment_id     uuid not null,
  doctor_id          uuid not null,
  patient_id         uuid not null,
  revision           bigint not null,
  starts_at          timestamptz not null,
  ends_at            timestamptz not null,
  wanted             boolean not null,
  wants              bigint not null default 1,
  dirty              boolean not null,
  tried              boolean not null default false,
  rewrite            boolean not null default false,
  remote_etag        text,
  remote_starts_at   timestamptz,
  remote_ends_at     timestamptz,
  remote_cancelled   boolean,
  seen_generation    bigint not null default 0,
  attempts           int not null default 0,
  next_try_at        timestamptz not null,
  last_error         text,
  proposal_id        uuid,
  proposal_change    text,
  proposal_starts_at timestamptz,
  proposal_accepting boolean not null default false,
  primary key (connection_id, appointment_id)
);
create index on work.calendar_copy (connection_id, next_try_at) where dirty;
create index on work.calendar_copy (doctor_id) where proposal_id is not null;

create table work.calendar_channel (
  channel_id    text primary key,
  connection_id uuid not null references work.calendar_connection,
  resource_id   text,
  token_hash    bytea not null,
  expires_at    timestamptz
);
create index on work.calendar_channel (connection_id);

-- A consent that somebody was sent to give; its state and verifier are kept as hash and sealed.
create table work.calendar_consent (
  state_hash         bytea primary key,
  browser_hash       bytea not null,
  doctor_id          uuid not null,
  verifier           bytea not null,
  calendar           text not null,
  show_patient_names boolean not null,
  expires_at         timestamptz not null
);
