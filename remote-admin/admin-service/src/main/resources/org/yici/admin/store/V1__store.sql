-- Store v1. No personal data is in these tables: what belongs to citizens stays sealed, or with the platform.

create table terminal (
    id                  text primary key,
    name                text        not null,
    safe_module         text        not null,
    certificate_serial  text        not null,
    certificate_sha256  text        not null,
    certificate_until   timestamptz not null,
    enrolled_at         timestamptz not null,
    requests_per_hour   integer,
    hours               text
);

create table enrolment_code (
    code_sha256    bytea primary key,
    terminal       text        not null,
    name           text        not null,
    safe_module    text        not null,
    issued_at      timestamptz not null,
    expires_at     timestamptz not null,
    used_at        timestamptz,
    request_sha256 bytea,
    answer         text
);

create index enrolment_code_terminal on enrolment_code (terminal);

-- Personal requests by terminal and minute, for the hourly limit.
create table request_count (
    terminal text        not null,
    minute   timestamptz not null,
    requests integer     not null,
    primary key (terminal, minute)
);

-- Each time an instance begins to listen to the broker it takes a number from here and holds an advisory lock on it.
create sequence watch as integer cycle;

create table terminal_state (
    terminal    text primary key,
    watch       integer     not null,
    connection  bigint      not null,
    sequence    bigint      not null,
    online      boolean     not null,
    since       timestamptz not null,
    clean       boolean     not null,
    heard_at    timestamptz not null,
    software    text,
    condition   jsonb
);

create table entry (
    key         uuid        not null,
    version     integer     not null,
    terminal    text        not null,
    kind        text        not null,
    format      integer     not null,
    content     bytea       not null,
    received_at timestamptz not null,
    result      text        not null,
    reason      text,
    primary key (key, version)
);

create index entry_quarantined on entry (terminal, received_at) where result = 'QUARANTINED';

-- The same key and version with other content: kept beside the first, never instead of it.
create table entry_conflict (
    key            uuid        not null,
    version        integer     not null,
    content_sha256 bytea       not null,
    terminal       text        not null,
    content        bytea       not null,
    received_at    timestamptz not null,
    primary key (key, version, content_sha256)
);

-- Messages that could not even be filed.
create table refused_message (
    terminal text        not null,
    reason   text        not null,
    messages bigint      not null,
    last_at  timestamptz not null,
    primary key (terminal, reason)
);

create table session_event (
    key      uuid        not null,
    version  integer     not null,
    terminal text        not null,
    session  text        not null,
    code     text        not null,
    level    text        not null,
    numbers  jsonb       not null,
    at       timestamptz not null,
    primary key (key, version)
);

create index session_event_terminal on session_event (terminal, at desc);

create table certificate_copy (
    copy_id             text primary key,
    terminal            text        not null,
    idempotency_key     uuid        not null,
    request_fingerprint bytea       not null,
    kind                text        not null,
    title               text        not null,
    certificate         text        not null,
    copy_number         integer     not null,
    sheets              integer     not null,
    consent             text        not null,
    issued_at           timestamptz not null,
    outcome             text,
    evidence            text,
    sheets_out          integer,
    fault               text,
    session             text,
    outcome_at          timestamptz,
    outcome_key         uuid,
    outcome_version     integer,
    unique (terminal, idempotency_key)
);

create index certificate_copy_terminal on certificate_copy (terminal, issued_at desc);

create table account (
    name          text primary key,
    password_hash text        not null,
    created_at    timestamptz not null
);

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    account text        not null,
    act     text        not null,
    subject text        not null
);
