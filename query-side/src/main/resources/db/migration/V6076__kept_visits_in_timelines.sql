-- Who kept an appointment whose time something takes is told in its timeline, too.
update read.timeline_entry_v2 set changed = appointment_id || ' kept' where action = 'hit_visit_kept';
