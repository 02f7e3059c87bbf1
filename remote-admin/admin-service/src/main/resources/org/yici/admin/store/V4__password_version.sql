-- Rises with each change of the password: log-in sessions of an earlier one end, in every instance.
alter table account add column password_version integer not null default 1;
