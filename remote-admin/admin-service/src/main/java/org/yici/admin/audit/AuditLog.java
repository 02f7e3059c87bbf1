package org.yici.admin.audit;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.Time;

/** Writes what was done, by whom, to what. Rows are added and never changed. */
public final class AuditLog {
    /** The name that stands for the program itself and for whoever runs the machine. */
    public static final String MACHINE = "(machine)";

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Time time;

    public AuditLog(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param subject an id; never personal data, never a secret */
    public void record(String account, Act act, String subject) {
        jdbc.sql("insert into audit (at, account, act, subject) values (?, ?, ?, ?)")
                .params(Timestamp.from(time.now()), shortened(account), act.name(), shortened(subject))
                .update();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** What can be done. */
    public enum Act {
        ACCOUNT_CREATED,
        LOGGED_IN,
        LOGIN_REFUSED,
        LOGGED_OUT,
        PASSWORD_CHANGED,
        ENROLMENT_CODE_ISSUED,
        TERMINAL_ENROLLED,
        TERMINAL_REVOKED
    }
}
