-- When a profile was saved, to compare it with the ledger of consent; null for one from before.
alter table work.contact_patient add saved_at timestamptz;
