-- The application appends events and cannot change them; the log's role appends to the log. Tables
-- belong to whoever migrates, read models excepted (afterMigrate). See docs/database.md.
do $$
declare
  needed text;
begin
  foreach needed in array array['medic_app', 'medic_log'] loop
    if not exists (select from pg_roles where rolname = needed) then
      begin
        execute format('create role %I nologin', needed);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

grant usage on schema store, work, keys, read, log to medic_app;
grant usage on schema store, log to medic_log;
grant create on schema read to medic_app;

-- store: a plain insert right would let one row with a place of its own choice, or a time that
-- nobody can read, stop every reader.
grant select on store.domain_event_entry to medic_app, medic_log;
grant insert (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
              payload_type, payload_revision, payload, meta_data)
  on store.domain_event_entry to medic_app;
alter table store.domain_event_entry add constraint time_is_an_instant
  check (time_stamp ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$');
grant select, insert, update, delete on store.snapshot_event_entry to medic_app;

-- Behind the missing rights, should somebody grant them: only the owner can take these away.
create function store.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is not allowed: it is only added to',
    tg_op, tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger only_added_to before update or delete or truncate on store.domain_event_entry
  for each statement execute function store.refuse_change();
alter table store.domain_event_entry enable always trigger only_added_to;

-- work: what processing needs to remember.
grant select, insert, update, delete on all tables in schema work to medic_app;
grant usage, select on all sequences in schema work to medic_app;
alter default privileges in schema work grant select, insert, update, delete on tables to medic_app;
alter default privileges in schema work grant usage, select on sequences to medic_app;

-- keys: a destroyed key stays destroyed.
grant select, insert on keys.patient_key to medic_app;
grant update (wrapped, destroyed_at) on keys.patient_key to medic_app;
create function keys.refuse_revival() returns trigger language plpgsql as $$
begin
  raise exception 'the key of % is destroyed', old.subject
    using errcode = 'insufficient_privilege';
end $$;
create trigger destroyed_once before update on keys.patient_key
  for each row when (old.destroyed_at is not null) execute function keys.refuse_revival();
alter table keys.patient_key enable always trigger destroyed_once;
alter default privileges in schema keys grant select, insert, update, delete on tables to medic_app;
alter default privileges in schema keys grant usage, select on sequences to medic_app;

-- log: each role reads all of it, only the log's adds to it.
grant select on all tables in schema log to medic_app, medic_log;
grant insert on all tables in schema log to medic_log;
do $$
declare
  kept text;
begin
  foreach kept in array array['leaf', 'subtree', 'checkpoint', 'examination'] loop
    execute format('create trigger only_added_to before update or delete or truncate on log.%I'
      ' for each statement execute function store.refuse_change()', kept);
    execute format('alter table log.%I enable always trigger only_added_to', kept);
  end loop;
end $$;

-- What a start without the owner's credentials looks at.
grant select on public.flyway_schema_history to medic_app;
