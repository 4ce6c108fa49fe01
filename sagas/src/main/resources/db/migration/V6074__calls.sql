-- Telephone calls to be made are messages by the channel CALL: open while they are queued, due when
-- there is nothing to tell any more.
create index on work.notification (doctor_id, due_at) where channel = 'CALL' and state = 'QUEUED';
create index on work.notification (appointment_id) where channel = 'CALL' and state = 'QUEUED';
