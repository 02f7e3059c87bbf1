package org.yici.admin.entry;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.keys.Sha256;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.Recorded;

/** Keeps entries as they came, sealed ones sealed. */
final class EntryStore {
    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry that is kept. */
    record Kept(TerminalId terminal, byte[] content, Recorded.Result result) {}

    /** What can be filed of an entry, whether or not it was understood. */
    record Filed(TerminalId terminal, UUID key, int version, String kind, int format, byte[] content) {}

    Optional<Kept> find(UUID key, int version) {
        return jdbc.sql("select terminal, content, result from entry where key = ? and version = ?")
                .params(key, version)
                .query((row, number) -> new Kept(
                        new TerminalId(row.getString(1)), row.getBytes(2), Recorded.Result.valueOf(row.getString(3))))
                .optional();
    }

    /** Adds the entry; false if key and version are taken. */
    boolean add(Filed entry, Instant now) {
        return jdbc.sql(
                                """
                                insert into entry (key, version, terminal, kind, format, content, received_at, result)
                                values (?, ?, ?, ?, ?, ?, ?, 'RECORDED') on conflict do nothing
                                """)
                        .params(
                                entry.key(),
                                entry.version(),
                                entry.terminal().value(),
                                entry.kind(),
                                entry.format(),
                                entry.content(),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @param fingerprint of the program's fault, if that is the reason */
    void quarantine(UUID key, int version, Quarantine reason, Optional<String> fingerprint) {
        jdbc.sql(
                        """
                        update entry set result = 'QUARANTINED', reason = :reason, fingerprint = :fingerprint
                        where key = :key and version = :version
                        """)
                .param("reason", reason.name())
                .param("fingerprint", fingerprint.orElse(null))
                .param("key", key)
                .param("version", version)
                .update();
    }

    /** Keeps other content under a taken key and version beside the first, each content once. False if it was there before. */
    boolean addConflict(Filed entry, Instant now) {
        return jdbc.sql(
                                """
                        insert into entry_conflict (key, version, content_sha256, terminal, content, received_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                entry.key(),
                                entry.version(),
                                Sha256.of(entry.content()),
                                entry.terminal().value(),
                                entry.content(),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    void addEvent(Filed entry, SessionEvent event) {
        jdbc.sql(
                        """
                        insert into session_event (key, version, terminal, session, code, level, numbers, at)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)
                .params(
                        entry.key(),
                        entry.version(),
                        entry.terminal().value(),
                        event.session(),
                        event.code(),
                        event.level().name(),
                        new String(Json.write(event.numbers()), StandardCharsets.UTF_8),
                        Timestamp.from(event.at()))
                .update();
    }
}
