-- where one video visit is joined, sealed, and what a patient is to bring to a kind of visit
alter table read.appointment_v1 add join_link text;

alter table read.directory_type_v1 add what_to_bring text;
