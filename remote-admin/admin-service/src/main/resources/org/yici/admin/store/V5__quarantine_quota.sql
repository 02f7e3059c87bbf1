-- Store v5: a quota for quarantined entries, and where the program failed at one.

-- Of the present day alone (China's); entries that came again with other content count too.
create table quarantine_use (
    terminal text    not null,
    day      date    not null,
    entries  integer not null,
    bytes    bigint  not null,
    primary key (terminal, day)
);

-- Hash over class and own frames of the exception, where reason is PROGRAM_FAULT.
alter table entry add column fingerprint text;
