-- Store v2: refusals are counted at every gate; certificates can be revoked.

-- Counts by day (China's), kind and whom: an enrolled terminal, a browser's address, or nobody known (empty). No row for anything that a
-- stranger may choose.
create table refusal (
    day      date        not null,
    kind     text        not null,
    who      text        not null,
    times    bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    fact     text        not null,
    primary key (day, kind, who)
);

create index refusal_who on refusal (who);

insert into refusal (day, kind, who, times, first_at, last_at, fact)
select (max(last_at) at time zone 'Asia/Shanghai')::date, 'MESSAGE_' || reason,
    case when exists (select 1 from terminal where id = refused_message.terminal) then terminal else '' end,
    sum(messages), min(last_at), max(last_at), ''
from refused_message group by 2, 3;

drop table refused_message;

alter table terminal add column revoked_at timestamptz;

-- Certificates that are not good any more though their time has not run out: what a revocation list names.
create table revoked_certificate (
    serial     text primary key,
    terminal   text        not null,
    revoked_at timestamptz not null,
    until      timestamptz not null,
    reason     text        not null
);
