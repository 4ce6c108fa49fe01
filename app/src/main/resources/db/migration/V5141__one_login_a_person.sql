-- Where this fails, somebody was given a second login: find out who uses which, and delete one.
create unique index login_person on work.login (person)
    where role in ('PATIENT', 'DOCTOR') and not demo;
