package org.yici.admin.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;

/** Tells all instances that something of a terminal changed: a NOTIFY that goes out with the transaction it is part of. */
public final class Changes {
    /** The channel; its payload is a terminal's id. */
    public static final String CHANNEL = "yici_terminal";

    private final JdbcClient jdbc;

    public Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void of(TerminalId terminal) {
        jdbc.sql("select pg_notify(?, ?)")
                .param(CHANNEL)
                .param(terminal.value())
                .query((row, number) -> terminal)
                .list();
    }
}
