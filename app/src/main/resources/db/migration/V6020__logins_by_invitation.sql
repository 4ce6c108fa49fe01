-- A login has an id of its own, which tokens name, and a generation, which ends all earlier ones.
alter table work.login add column login_id uuid not null default gen_random_uuid();
alter table work.login add constraint login_id_is_unique unique (login_id);
alter table work.login add column number bigint generated always as identity unique;
alter table work.login add column generation integer not null default 1;
alter table work.login add column enabled boolean not null default true;

-- One-time links: who may set a password by one, for how long. Of a link only a keyed hash is kept.
create table work.invitation (
  invitation_id uuid primary key,
  login_id      uuid references work.login (login_id) on delete cascade,
  role          text not null,
  person        uuid,
  username      text,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz,
  attempts      integer not null default 0
);
create index on work.invitation (person);
create table work.invitation_link (
  link_hash     bytea primary key,
  invitation_id uuid not null references work.invitation (invitation_id) on delete cascade
);
create index on work.invitation_link (invitation_id);

-- Tokens that were given back before their end.
create table work.signed_out (
  token_id   uuid primary key,
  login_id   uuid not null,
  expires_at timestamptz not null
);
create index on work.signed_out (login_id);

-- Where a login was used from before: a keyed hash of the address.
create table work.known_address (
  login_id     uuid not null references work.login (login_id) on delete cascade,
  address_hash bytea not null,
  seen_at      timestamptz not null,
  primary key (login_id, address_hash)
);

-- Wrong passwords for a name, known or not, since the first that has an entry in the log.
create table work.refused_sign_in (
  name_hash bytea primary key,
  since     timestamptz not null,
  count     integer not null
);

-- How many attempts are left: kept by bucket4j.
create table work.attempt_limit (
  id         bigint primary key,
  state      bytea,
  expires_at bigint
);
create index on work.attempt_limit (expires_at);

-- Whatever ends a token is told every process, whoever does it: erasures and operators too.
create function work.tell_login() returns trigger language plpgsql as $$
begin
  perform pg_notify('medic_login', coalesce(new.login_id, old.login_id)::text);
  return null;
end $$;
create trigger told after update or delete on work.login
  for each row execute function work.tell_login();
create trigger told after insert on work.signed_out
  for each row execute function work.tell_login();
