-- who left and what is closed stays known, and is not shown to who looks for a doctor
alter table read.directory_doctor_v1 add has_left boolean not null default false;
alter table read.directory_location_v1 add closed boolean not null default false;
