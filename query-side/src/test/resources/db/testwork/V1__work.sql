create schema work;
create schema if not exists keys;
create schema if not exists store;
create table work.token_entry (
  processor_name text not null,
  segment integer not null,
  token bytea,
  token_type text,
  timestamp text not null,
  owner text,
  primary key (processor_name, segment)
);
