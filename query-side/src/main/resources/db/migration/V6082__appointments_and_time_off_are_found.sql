-- pages of appointments by start, of all and of one doctor; of time off, which is little
create index appointment_v1_by_start on read.appointment_v1 (starts_at, appointment_id);
create index appointment_v1_by_doctor on read.appointment_v1 (doctor_id, starts_at, appointment_id);
create index agenda_entry_v1_time_off on read.agenda_entry_v1 (status, starts_at, id)
  where kind = 'time_off';
