-- The reference platform's own tables. They hold personal data, as a platform's do; nothing of the service reads them.

create sequence certificate_serial;

-- One certificate a person, kind and day; every copy of that day is of it.
create table certificate (
    identifier    text primary key,
    holder_number text    not null,
    kind          text    not null,
    issued_on     date    not null,
    sheets        integer not null,
    copies        integer not null,
    document      bytea   not null,
    unique (holder_number, kind, issued_on)
);

create table copy (
    copy_id     text primary key,
    identifier  text    not null references certificate (identifier),
    copy_number integer not null,
    unique (identifier, copy_number)
);
