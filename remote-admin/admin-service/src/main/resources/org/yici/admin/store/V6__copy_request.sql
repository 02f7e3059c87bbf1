-- Requests for a copy of which it is not known yet what the platform made of them: a row is there before the platform is asked, and
-- goes in the transaction that notes the copy. The copy's id names the order at the platform. Nothing here says whose it is.
create table copy_request (
    copy_id             text primary key,
    terminal            text        not null,
    idempotency_key     uuid        not null,
    request_fingerprint bytea       not null,
    kind                text        not null,
    consent             text        not null,
    requested_at        timestamptz not null,
    repeats             integer     not null,
    looked_at           timestamptz,
    unique (terminal, idempotency_key)
);
