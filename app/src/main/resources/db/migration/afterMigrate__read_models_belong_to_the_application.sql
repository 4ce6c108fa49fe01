-- A rebuild makes and drops tables, so the application owns its read models, whoever made them.
do $$
declare
  strange record;
begin
  perform pg_advisory_xact_lock(hashtext('medic read models'));
  for strange in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'read'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and c.relowner <> 'medic_app'::regrole
  loop
    execute format('alter table %s owner to medic_app', strange.name);
  end loop;
end $$;
