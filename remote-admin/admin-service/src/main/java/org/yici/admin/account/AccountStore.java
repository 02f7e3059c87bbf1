package org.yici.admin.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the administrators' accounts. */
final class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    Optional<String> passwordHash(String name) {
        return jdbc.sql("select password_hash from account where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Adds the first account; false if there is one already. */
    boolean addFirst(String name, String passwordHash, Instant now) {
        jdbc.sql("lock table account in exclusive mode").update();
        return isEmpty()
                && jdbc.sql("insert into account (name, password_hash, created_at) values (?, ?, ?)")
                                .params(name, passwordHash, Timestamp.from(now))
                                .update()
                        == 1;
    }
}
