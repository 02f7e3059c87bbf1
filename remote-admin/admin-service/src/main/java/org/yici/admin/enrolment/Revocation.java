package org.yici.admin.enrolment;

import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.health.StateStore;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/**
 * Ends what a terminal's certificate is good for: requests and passes at once, a connection to the broker within a second or two, and a
 * new one with the next {@link RevocationList} that is in force there; what the broker still lets through is dropped. Enrolling the
 * terminal anew gives it a certificate that is good. Thread-safe.
 */
public final class Revocation {
    private final TerminalStore terminals;
    private final StateStore states;
    private final AuditLog audit;
    private final Changes changes;
    private final TransactionOperations transaction;
    private final Time time;

    Revocation(
            TerminalStore terminals,
            StateStore states,
            AuditLog audit,
            Changes changes,
            TransactionOperations transaction,
            Time time) {
        this.terminals = terminals;
        this.states = states;
        this.audit = audit;
        this.changes = changes;
        this.transaction = transaction;
        this.time = time;
    }

    /** Straight on the database: works whether or not a service runs. */
    public static Revocation on(DataSource database, Time time) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new Revocation(
                new TerminalStore(jdbc),
                new StateStore(jdbc),
                new AuditLog(jdbc, time),
                new Changes(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                time);
    }

    /**
     * Revokes the terminal's current certificate.
     *
     * @param account who does it
     * @return false if there is no such terminal, or its certificate was revoked before
     */
    public boolean revoke(TerminalId terminal, String account) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = time.now();
            boolean revoked = terminals.revoke(terminal, now);
            if (revoked) {
                states.end(terminal, now);
                audit.record(account, AuditLog.Act.TERMINAL_REVOKED, terminal.value());
                changes.of(terminal);
            }
            return revoked;
        }));
    }
}
