create schema if not exists read;

-- what the ids of doctors, locations, rooms and appointment types are called
create table read.name_v1 (
  id uuid primary key,
  name text not null,
  city text,
  timezone text
);

-- a patient's profile, sealed
create table read.patient_v1 (
  patient_id uuid primary key,
  profile text not null
);
