create schema if not exists work;

-- What the sagas need to know of people, places and kinds of visit. Filled from events and rebuilt by
-- a replay. A patient's profile stays sealed; phone_hash is keyed, for finding who wrote "STOP".
create table work.contact_patient (
  patient_id uuid primary key,
  profile    text not null,
  phone_hash text
);
create index on work.contact_patient (phone_hash) where phone_hash is not null;

create table work.contact_doctor (
  doctor_id uuid primary key,
  full_name text not null,
  email     text not null,
  zone      text not null
);

create table work.contact_type (
  type_id        uuid primary key,
  name           text not null,
  reminder_hours int[]
);

create table work.contact_place (
  location_id uuid primary key,
  name        text not null,
  address     text,
  city        text,
  country     text,
  zone        text not null
);

-- The ledger of consent: entries are added, none is changed.
create table work.consent_entry (
  event_id   text primary key,
  number     bigint generated always as identity,
  patient_id uuid not null,
  channel    text not null,
  given      boolean not null,
  source     text not null,
  at         timestamptz not null
);
create index on work.consent_entry (patient_id, channel, number);

create table work.notified_visit (
  appointment_id uuid primary key,
  doctor_id      uuid not null,
  patient_id     uuid not null,
  type_id        uuid not null,
  location_id    uuid not null,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  status         text not null,
  revision       int not null,
  patient_zone   text not null
);
create index on work.notified_visit (doctor_id, starts_at) where status in ('PENDING', 'CONFIRMED');

-- One row a message, recipient and channel. The payload holds ids and times, never a patient's words;
-- what was rendered is kept only without a provider, sealed under the key of the patient it is about.
create table work.notification (
  notification_id     uuid primary key,
  number              bigint generated always as identity,
  appointment_id      uuid,
  doctor_id           uuid,
  patient_id          uuid,
  recipient           text not null,
  channel             text not null,
  template            text not null,
  revision            int not null,
  cause               text not null,
  payload             text not null,
  state               text not null,
  recorded            text,
  round               int not null default 0,
  attempts            int not null default 0,
  created_at          timestamptz not null,
  due_at              timestamptz not null,
  sent_at             timestamptz,
  provider_message_id text,
  error_reason        text,
  message             text
);
create unique index on work.notification (number);
create index on work.notification (patient_id, number);
create index on work.notification (doctor_id, number);
create index on work.notification (number) where state in ('FAILED', 'UNDELIVERED');

-- A browser that takes pushes: its address and keys, sealed.
create table work.push_subscription (
  subscription_id text primary key,
  patient_id      uuid not null,
  subscription    text not null,
  created_at      timestamptz not null
);
create index on work.push_subscription (patient_id);
