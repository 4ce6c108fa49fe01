create schema if not exists log;

-- A leaf an event, in the order in which the log took them; late: it turned up where nothing could
-- be appended any more.
create table log.leaf (
  leaf_index   bigint primary key,
  global_index bigint not null unique,
  event_key    bigint not null,
  hash         bytea not null check (octet_length(hash) = 32),
  late         boolean not null default false,
  logged_at    timestamptz not null default now()
);
-- Finds an event by its identifier, of which the key is a short hash: the store has no such index.
create index leaf_by_event on log.leaf (event_key);

-- The root over each full block of 256 leaves (level 1), of 256 such blocks (level 2), and so on.
create table log.subtree (
  level smallint not null,
  place bigint not null,
  hash  bytea not null check (octet_length(hash) = 32),
  primary key (level, place)
);

-- Signed heads of the log, as C2SP signed notes.
create table log.checkpoint (
  size      bigint primary key,
  root      bytea not null check (octet_length(root) = 32),
  note      text not null,
  signed_at timestamptz not null default now()
);

-- What looking through the log found: findings is a JSON array, empty when all was as it was signed.
create table log.examination (
  id          bigint generated always as identity primary key,
  examined_at timestamptz not null default now(),
  whole       boolean not null,
  size        bigint not null,
  findings    text not null
);
