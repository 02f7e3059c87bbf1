package org.yici.admin.enrolment;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.onetime.OneTimeCode;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/** Gives out enrolment codes, straight on the database: works whether or not a service runs. */
public final class CodeDesk {
    private final CodeStore codes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Time time;
    private final SecureRandom random = new SecureRandom();

    public CodeDesk(DataSource database, Time time) {
        JdbcClient jdbc = JdbcClient.create(database);
        this.codes = new CodeStore(jdbc);
        this.audit = new AuditLog(jdbc, time);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.time = time;
    }

    /**
     * A code for one machine to become this terminal, good once and for {@code life}; only its hash is kept.
     *
     * @param name the terminal's name as citizens know the place, 1 to 40 characters
     * @param safeModule the security module of its card reader, as the maker prints it
     */
    public String issue(TerminalId terminal, String name, String safeModule, Duration life) {
        require("name", name, 40);
        require("safe module", safeModule, 64);
        String code = OneTimeCode.generate(random);
        Instant now = time.now();
        transaction.executeWithoutResult(status -> {
            codes.add(
                    new CodeStore.Issued(
                            OneTimeCode.hash(code),
                            terminal,
                            name.strip(),
                            safeModule.strip(),
                            now.plus(life),
                            Optional.empty(),
                            Optional.empty()),
                    now);
            audit.record(AuditLog.MACHINE, AuditLog.Act.ENROLMENT_CODE_ISSUED, terminal.value());
        });
        return code;
    }

    private static void require(String what, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException("the " + what + " must have 1 to " + most + " characters");
        }
    }
}
