package org.yici.check.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** Looks into the centre's database with PostgreSQL's own client. Any thread. */
public final class Rows {
    private final Ready ready;

    public Rows(Ready ready) {
        this.ready = ready;
    }

    /** The answer of one query, fields apart by {@code |}, rows by line feeds. */
    public String ask(String sql) throws IOException, InterruptedException {
        String[] address = ready.database().split(":", 2);
        ProcessBuilder command =
                new ProcessBuilder("psql", "-h", address[0], "-p", address[1], "-U", "yici", "-d", "yici", "-tAc", sql);
        command.environment().put("PGPASSWORD", ready.databasePassword());
        command.redirectErrorStream(true);
        Process psql = command.start();
        String answer = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (psql.waitFor() != 0) {
            throw new Unmet("the database refuses \"" + sql + "\": " + answer);
        }
        return answer;
    }

    /** Asks for at most {@code seconds} until the answer satisfies {@code wanted}. */
    public String until(String sql, Predicate<String> wanted, int seconds) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        String answer;
        do {
            answer = ask(sql);
            if (wanted.test(answer)) {
                return answer;
            }
        } while (System.nanoTime() < until);
        throw new Unmet("the database answers \"" + answer + "\" to " + sql);
    }
}
