-- Where a parked event stands in the whole log: what some read models keep as a row's key.
alter table work.parked_event add column position bigint;
