-- Under the name that the projection gives it: the one of V6076 lacked how an appointment's id is written.
update read.timeline_entry_v2 set changed = 'appointment-' || appointment_id || ' kept'
where action = 'hit_visit_kept';
