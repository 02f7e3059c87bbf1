package org.yici.agent.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.entry.PrintReport.Outcome;
import org.yici.contract.entry.SealedBox;
import org.yici.ipc.PrintIntent;

/**
 * Every physical print: the intent before it, the outcome after it. A job name is printed once: it can be tried again only after an
 * outcome of FAILED, which means that nothing came out.
 */
final class PrintLedger {
    private final Database database;

    PrintLedger(Database database) {
        this.database = database;
    }

    /** Within a transaction. */
    StoreResult keep(PrintIntent intent, UUID session, Instant now) throws SQLException {
        List<Line> lines = lines(intent);
        for (Line line : lines) {
            if (line.key.equals(intent.key().toString())) {
                boolean repeated = line.open && Arrays.equals(line.content, content(intent));
                return repeated ? StoreResult.KEPT : StoreResult.CONFLICT;
            }
        }
        if (lines.stream().anyMatch(line -> line.open || !line.outcome.equals(Outcome.FAILED.name()))) {
            return StoreResult.CONFLICT;
        }
        database.update(
                """
                INSERT INTO intents (key, session, job_name, printer, sheets, remainder, state, kept_at)
                VALUES (?, ?, ?, ?, ?, ?, 'OPEN', ?)""",
                intent.key().toString(),
                session.toString(),
                intent.jobName(),
                intent.printer(),
                intent.sheets(),
                Json.write(intent.remainder()),
                now.toString());
        return StoreResult.KEPT;
    }

    /** Within a transaction; closes what is open and nothing else: the first outcome of an intent is its last. */
    boolean close(UUID intent, Outcome outcome, Instant now) throws SQLException {
        return database.update(
                        "UPDATE intents SET state = 'CLOSED', outcome = ?, closed_at = ? WHERE key = ? AND state = 'OPEN'",
                        outcome.name(),
                        now.toString(),
                        intent.toString())
                > 0;
    }

    /** Whether the intent came to another outcome before. */
    boolean cameToOtherThan(UUID intent, Outcome outcome) throws SQLException {
        return database.number(
                        "SELECT count(*) FROM intents WHERE key = ? AND state = 'CLOSED' AND outcome <> ?",
                        intent.toString(),
                        outcome.name())
                > 0;
    }

    /** What sessions other than {@code session} began and nobody closed, oldest first. */
    List<PrintIntent> open(UUID session) throws SQLException {
        return database.query(
                PrintLedger::intent,
                """
                SELECT key, job_name, printer, sheets, remainder FROM intents
                WHERE state = 'OPEN' AND session <> ? ORDER BY rowid""",
                session.toString());
    }

    void forgetClosedBefore(Instant end) throws SQLException {
        database.update("DELETE FROM intents WHERE state = 'CLOSED' AND closed_at < ?", end.toString());
    }

    private List<Line> lines(PrintIntent intent) throws SQLException {
        return database.query(
                row -> new Line(
                        row.getString(1),
                        content(intent(row)),
                        row.getString(6).equals("OPEN"),
                        row.getString(7) == null ? "" : row.getString(7)),
                """
                SELECT key, job_name, printer, sheets, remainder, state, outcome FROM intents
                WHERE key = ? OR job_name = ?""",
                intent.key().toString(),
                intent.jobName());
    }

    private static byte[] content(PrintIntent intent) {
        return Json.write(intent);
    }

    private static PrintIntent intent(ResultSet row) throws SQLException {
        try {
            return new PrintIntent(
                    UUID.fromString(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    Json.read(row.getBytes(5), SealedBox.class));
        } catch (MalformedMessageException e) {
            throw new SQLException("an intent of the ledger cannot be read", e);
        }
    }

    private record Line(String key, byte[] content, boolean open, String outcome) {}
}
