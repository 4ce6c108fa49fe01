-- Which value of a setting was applied last, as a keyed hash: it is applied anew only when it changes.
create table work.applied_setting (
  name       text primary key,
  value_hash bytea not null
);
