-- Time off that messages speak of.
create table work.notified_time_off (
  doctor_id   uuid not null,
  time_off_id uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  asked       text,
  decision    text,
  primary key (doctor_id, time_off_id)
);

-- Of what was asked for before, too, somebody hears how it ends.
do $$
begin
  if to_regclass('read.agenda_entry_v1') is not null then
    insert into work.notified_time_off (doctor_id, time_off_id, starts_at, ends_at, asked)
    select doctor_id, id, starts_at, ends_at, reason
    from read.agenda_entry_v1
    where kind = 'time_off' and status in ('requested', 'approved');
  end if;
end
$$;
