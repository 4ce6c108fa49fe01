-- store: events. work: tokens, sagas, dead letters, logins. keys: wrapped keys. read: read models.
create schema if not exists store;
create schema if not exists work;
create schema if not exists keys;
create schema if not exists read;
