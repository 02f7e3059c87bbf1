package org.yici.admin.broker;

import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;

/** Keeps since when the broker has been seen to refuse which certificates. */
final class RevocationStore {
    private final JdbcClient jdbc;

    RevocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many ended certificates the broker has not been seen to refuse. */
    int pending(Instant now) {
        return jdbc.sql("select count(*) from revoked_certificate where in_force_at is null and until > ?")
                .param(Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /**
     * Notes that a list with these certificates is in force.
     *
     * @return terminals whose former certificate, replaced by a new one, has ended with it: they may still be connected with it
     */
    Set<TerminalId> inForce(Collection<BigInteger> serials, Instant now) {
        if (serials.isEmpty()) {
            return Set.of();
        }
        List<String> replaced = jdbc.sql(
                        """
                        with ended as (
                            update revoked_certificate set in_force_at = :now
                            where in_force_at is null and serial in (:serials) returning terminal, reason)
                        select terminal from ended join terminal on id = terminal where revoked_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param(
                        "serials",
                        serials.stream().map(serial -> serial.toString(16)).toList())
                .query(String.class)
                .list();
        return replaced.stream()
                .filter(TerminalId::isValid)
                .map(TerminalId::new)
                .collect(Collectors.toSet());
    }
}
