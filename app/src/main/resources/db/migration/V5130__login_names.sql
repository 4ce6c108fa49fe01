-- A login is found by a keyed hash of its name, which the application makes: the next start hashes
-- the names that are here in clear. In clear stay those of staff and of the demo, for operators.
alter table work.login add column name_hash bytea unique;
alter table work.login drop constraint login_pkey;
alter table work.login alter column username drop not null;
create unique index login_username on work.login (username);
alter table work.login add constraint has_a_name check (name_hash is not null or username is not null);
