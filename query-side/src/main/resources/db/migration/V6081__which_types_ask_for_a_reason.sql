-- kinds of visit that are booked with a reason only; those from before ask for none
alter table read.directory_type_v1 add reason_required boolean not null default false;
