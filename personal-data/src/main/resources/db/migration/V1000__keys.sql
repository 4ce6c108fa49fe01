-- One key a subject, wrapped by the master key. A destroyed key stays as a tombstone.
create table keys.patient_key (
    subject      uuid primary key,
    wrapped      bytea,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    constraint wrapped_until_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
