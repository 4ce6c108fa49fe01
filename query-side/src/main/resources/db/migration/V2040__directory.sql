create table read.directory_doctor_v1 (
  doctor_id uuid primary key,
  full_name text not null,
  specialty text not null,
  timezone text not null
);

create index directory_doctor_v1_by_specialty on read.directory_doctor_v1 (lower(specialty));
create index directory_doctor_v1_by_name on read.directory_doctor_v1 (full_name, doctor_id);

create table read.directory_location_v1 (
  location_id uuid primary key,
  doctor_id uuid not null,
  name text not null,
  address text,
  city text,
  country text,
  timezone text not null,
  lat double precision,
  lng double precision,
  is_primary boolean not null
);

create index directory_location_v1_by_doctor on read.directory_location_v1 (doctor_id);
create index directory_location_v1_by_city on read.directory_location_v1 (lower(city), doctor_id);

create table read.directory_type_v1 (
  type_id uuid primary key,
  doctor_id uuid not null,
  slug text not null,
  name text not null,
  description text,
  duration_minutes integer not null,
  price_cents bigint,
  currency text,
  mode text not null,
  requires_confirmation boolean not null,
  active boolean not null
);

create index directory_type_v1_by_doctor on read.directory_type_v1 (doctor_id);
