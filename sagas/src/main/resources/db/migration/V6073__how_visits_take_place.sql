-- How a visit takes place, its price, and the sealed address at which it alone is joined.
alter table work.notified_visit
  add column mode text,
  add column price_cents bigint,
  add column currency text,
  add column join_link text;

-- What messages say of a kind of visit; unknown of one that was defined before, until it is revised.
alter table work.contact_type
  add column join_url text,
  add column call_number text,
  add column what_to_bring text,
  add column min_notice_minutes int;

-- Visits that were booked before are spoken of like others.
do $$
begin
  if to_regclass('read.appointment_v1') is not null then
    update work.notified_visit v
    set mode = upper(a.mode), price_cents = a.price_cents, currency = a.currency
    from read.appointment_v1 a
    where a.appointment_id = v.appointment_id;
  end if;
end
$$;
