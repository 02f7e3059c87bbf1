-- Store v3: the broker's block list and revocation list.

-- Since when the broker has been seen to refuse the certificate; null until then.
alter table revoked_certificate add column in_force_at timestamptz;

-- Terminals that the broker is to keep out for a time.
create table terminal_block (
    terminal      text primary key,
    reason        text        not null,
    blocked_until timestamptz not null
);

-- What the broker does not tell is not counted any more.
delete from refusal where kind in ('OTHER_CLIENT_ID', 'USER_NAME', 'FOREIGN_WILL', 'FOREIGN_PUBLISH', 'RETAINED', 'TOO_FAST');
