package org.yici.admin.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

    /** How often the password was changed, from one on; 0 if there is no such account. */
    int passwordVersion(String name) {
        return jdbc.sql("select password_version from account where name = ?")
                .param(name)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** The same of all accounts. */
    Map<String, Integer> passwordVersions() {
        Map<String, Integer> versions = new HashMap<>();
        jdbc.sql("select name, password_version from account").query(row -> {
            versions.put(row.getString(1), row.getInt(2));
        });
        return versions;
    }

    /** Changes the password if it is still the one of {@code version}; tells its next version. */
    Optional<Integer> changePassword(String name, int version, String passwordHash) {
        return jdbc.sql(
                        """
                        update account set password_hash = ?, password_version = password_version + 1
                        where name = ? and password_version = ? returning password_version
                        """)
                .params(passwordHash, name, version)
                .query(Integer.class)
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
