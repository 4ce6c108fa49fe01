-- Copies of an erased patient's visits: they bear no name, whatever their calendar asks for.
alter table work.calendar_copy add column nameless boolean not null default false;
create index on work.calendar_copy (patient_id);
