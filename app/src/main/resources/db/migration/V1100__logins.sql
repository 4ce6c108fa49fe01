create table work.login (
    username   text primary key,
    password   text not null,
    role       text not null,
    person     uuid,
    demo       boolean not null,
    created_at timestamptz not null default now(),
    constraint lower_case check (username = lower(username))
);
create index login_demo on work.login (username) where demo;
