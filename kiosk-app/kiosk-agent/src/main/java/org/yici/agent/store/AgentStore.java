package org.yici.agent.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.agent.store.StoreException.Reason;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.PrintReport.Outcome;
import org.yici.ipc.PrintIntent;

/**
 * The agent's memory. Every method that keeps something returns after the commit is on disk (WAL, {@code synchronous=FULL}); what
 * belongs together is one commit; what fails leaves nothing. Of one thread.
 */
public final class AgentStore implements AutoCloseable {
    private static final String LAST_GOOD_TIME = "last-good-time";
    private static final String CONNECTION = "connection-number";
    private static final String FRONT = "front";
    private static final String TRIED = "tried";
    private static final String TRIED_ROOM = "tried-room";
    /** Bytes of the database itself, apart from what the file system needs. */
    private static final int PAGES_OF_A_VISIT = 64 * 1024;
    /** An intent, an outcome and a dozen events; below this the terminal says beforehand that it cannot serve. */
    private static final long ROOM_FOR_A_VISIT = 256 * 1024;

    private static final long JOURNAL_LINES = 20_000;
    private static final Duration LEDGER_AGE = Duration.ofDays(90);

    private final Database database;
    private final Outbox outbox;
    private final PrintLedger ledger;
    private final EventLog journal;
    private final SettingsTable settings;
    private final DeviceCounts counts;
    private final StoppedServices stops;

    private final Optional<StoreException> refused;
    private @Nullable Reason failing;

    private AgentStore(Database database, Optional<StoreException> refused) {
        this.database = database;
        this.refused = refused;
        this.outbox = new Outbox(database);
        this.ledger = new PrintLedger(database);
        this.journal = new EventLog(database);
        this.settings = new SettingsTable(database);
        this.counts = new DeviceCounts(database);
        this.stops = new StoppedServices(database);
    }

    /** Opens the file, makes it (0600) if there is none, and brings an older one to this program's version. */
    public static AgentStore open(Path file) throws StoreException {
        create(file);
        return prepared(Database.open(file), Optional.empty());
    }

    /**
     * Stands in for a store that was refused: lives in memory, so that link and centre can be told, and keeps nothing that a session says.
     */
    static AgentStore standIn(StoreException refused) throws StoreException {
        return prepared(Database.inMemory(), Optional.of(refused));
    }

    private static AgentStore prepared(Database database, Optional<StoreException> refused) throws StoreException {
        try {
            Migrations.requireOurs(database);
            database.read("preparing the store", () -> prepare(database));
            Migrations.run(database);
            return new AgentStore(database, refused);
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    private static void create(Path file) throws StoreException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new StoreException(Reason.READ_ONLY, file, "making the store", e);
        }
    }

    private static boolean prepare(Database database) throws java.sql.SQLException {
        database.execute("PRAGMA busy_timeout = 2000");
        database.text("PRAGMA journal_mode = WAL");
        database.execute("PRAGMA synchronous = FULL");
        String check = database.text("PRAGMA integrity_check(1)");
        if (!check.equals("ok")) {
            throw new org.sqlite.SQLiteException(
                    "integrity_check: " + check.replaceAll("\\R", " "), org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT);
        }
        // A read-only store opens without complaint; this asks for the write lock.
        database.execute("BEGIN IMMEDIATE");
        database.execute("COMMIT");
        return true;
    }

    // ---- what sessions want kept

    /** Keeps an entry for the centre. */
    public StoreResult keepEntry(Entry entry, Instant now) throws StoreException {
        requireOwn();
        return commit("keeping an entry", () -> outbox.keep(entry, now));
    }

    /** Keeps an intent before the physical act. */
    public StoreResult keepIntent(PrintIntent intent, UUID session, Instant now) throws StoreException {
        requireOwn();
        return commit("keeping an intent", () -> ledger.keep(intent, session, now));
    }

    /**
     * Closes an intent and keeps its report, in one commit. A report whose intent is not known is a fact all the same and is kept. An
     * intent that was closed with another outcome stays as it is, and the report is not kept.
     */
    public StoreResult keepOutcome(UUID intent, Outcome outcome, Entry report, Instant now) throws StoreException {
        requireOwn();
        return commit("keeping an outcome", () -> {
            if (ledger.cameToOtherThan(intent, outcome)) {
                return StoreResult.CLOSED_BEFORE;
            }
            StoreResult kept = outbox.keep(report, now);
            if (kept == StoreResult.KEPT) {
                ledger.close(intent, outcome, now);
            }
            return kept;
        });
    }

    /** Writes down what happened and, if {@code entry} is there, tells the centre, in one commit. */
    public void keepEvent(EventLogLine line, Optional<Entry> entry, Instant now) throws StoreException {
        commit("keeping an event", () -> {
            journal.add(line);
            return entry.isPresent() ? outbox.keep(entry.get(), now) : StoreResult.KEPT;
        });
    }

    /** What sessions other than {@code session} began to print and nobody closed. */
    public List<PrintIntent> openIntents(UUID session) throws StoreException {
        return read("reading the ledger", () -> ledger.open(session));
    }

    // ---- what is stopped

    /** Stops a service and keeps the event that tells it, in one commit; false if it was stopped before, and then nothing is kept. */
    boolean stopService(String service, String code, UUID session, Instant now, EventLogLine line, Entry entry)
            throws StoreException {
        requireOwn();
        return commit("stopping a service", () -> {
            boolean stopped = stops.stop(service, code, session, now);
            if (stopped) {
                journal.add(line);
                outbox.keep(entry, now);
            }
            return stopped;
        });
    }

    /** Services that are offered to nobody here, each with the code that says why. */
    public Map<String, String> stoppedServices() throws StoreException {
        return read("reading what is stopped", stops::stopped);
    }

    /** Services that staff released and of which that was not told yet. */
    public List<String> releasedServices() throws StoreException {
        return read("reading what was released", stops::released);
    }

    /** Forgets a release and keeps the event that tells it, in one commit. */
    void forgetRelease(String service, Instant now, EventLogLine line, Entry entry) throws StoreException {
        commit("telling a release", () -> {
            stops.forget(service);
            journal.add(line);
            return outbox.keep(entry, now);
        });
    }

    // ---- the way to the centre

    /**
     * The first rows to send: of each key the lowest version alone.
     *
     * @param longest bytes of JSON; longer rows are passed over
     */
    public List<OutboxRow> firstRows(int rows, long longest) throws StoreException {
        return read("reading the outbox", () -> outbox.first(rows, longest));
    }

    /** The entry of a row as JSON; empty if the row is gone. */
    public Optional<byte[]> content(OutboxRow row) throws StoreException {
        return read("reading an entry", () -> outbox.content(row));
    }

    /** Rows that the centre has not recorded. */
    public long outboxRows() throws StoreException {
        return read("counting the outbox", outbox::rows);
    }

    /** Rows longer than {@code longest} bytes. */
    public long rowsLongerThan(long longest) throws StoreException {
        return read("counting long rows", () -> outbox.longerThan(longest));
    }

    /** The centre has it: forgets the row; false if there was none. */
    public boolean recorded(OutboxRow row) throws StoreException {
        return commit("forgetting a recorded entry", () -> outbox.remove(row));
    }

    /** The number of the next connection: the later of the last one + 1 and {@code startMillis}; never given twice. */
    public long nextConnection(long startMillis) throws StoreException {
        return commit("numbering a connection", () -> {
            long last = settings.get(CONNECTION).map(Long::parseLong).orElse(-1L);
            long next = Math.max(last + 1, startMillis);
            settings.put(CONNECTION, Long.toString(next));
            return next;
        });
    }

    /** The same, where it cannot be written down: given again perhaps after a restart, but higher than any before it. */
    public long unwrittenConnection(long startMillis) {
        try {
            return Math.max(
                    read("reading the last connection", () -> settings.get(CONNECTION)
                                    .map(Long::parseLong)
                                    .orElse(-1L))
                            + 1,
                    startMillis);
        } catch (StoreException e) {
            return startMillis;
        }
    }

    // ---- what devices counted

    /** Keeps that {@code device} counted so much in {@code session} so far; returns what it counted in all since this store was made. */
    public Map<String, Long> count(UUID session, String device, Map<String, Long> soFar) throws StoreException {
        return commit("keeping what a device counted", () -> {
            counts.told(session, device, soFar);
            return counts.totals(device);
        });
    }

    // ---- settings

    /** The latest time that was known to be good. */
    public Optional<Instant> lastGoodTime() throws StoreException {
        return read(
                "reading the last good time", () -> settings.get(LAST_GOOD_TIME).map(Instant::parse));
    }

    /** Remembers {@code now} if it is later than what is there. */
    public void rememberTime(Instant now) throws StoreException {
        commit("keeping the time", () -> {
            settings.putLater(LAST_GOOD_TIME, now);
            return now;
        });
    }

    /** Who had the screen when this was last written. */
    public Optional<ForegroundSession> front() throws StoreException {
        return read("reading who has the screen", () -> settings.get(FRONT).map(ForegroundSession::parse));
    }

    /** Remembers who has the screen, so that an agent that was restarted gives it to nobody else. */
    public void rememberFront(Optional<ForegroundSession> front) throws StoreException {
        commit("keeping who has the screen", () -> {
            if (front.isPresent()) {
                settings.put(FRONT, front.get().toString());
            } else {
                settings.remove(FRONT);
            }
            return front;
        });
    }

    /** Drops what is old: journal lines beyond the newest 20,000 and prints closed 90 days ago. */
    public void tidy(Instant now) throws StoreException {
        commit("tidying up", () -> {
            journal.keepNewest(JOURNAL_LINES);
            ledger.forgetClosedBefore(now.minus(LEDGER_AGE));
            return now;
        });
    }

    /** Lets the file grow to so many pages of 4 KiB and no further, as a quota would. */
    void limitPages(int pages) throws StoreException {
        read("limiting the size", () -> database.number("PRAGMA max_page_count = " + pages));
    }

    /** Lets every write be refused, as a file system that is mounted read-only would. */
    void refuseWrites(boolean on) throws StoreException {
        read("refusing writes", () -> {
            database.execute("PRAGMA query_only = " + (on ? "ON" : "OFF"));
            return on;
        });
    }

    /** How many lines of the journal have this code. */
    public long journalLines(String code) throws StoreException {
        return read("counting journal lines", () -> journal.lines(code));
    }

    // ---- how it is

    /** Why nothing can be kept now: the last attempt that failed, until a {@link #probe} comes to its end. */
    public Optional<Reason> trouble() {
        return refused.isPresent() ? refused.map(StoreException::reason) : Optional.ofNullable(failing);
    }

    /** Whether this is a stand-in in memory, in which nothing that sessions say is kept. */
    public boolean isStandIn() {
        return refused.isPresent();
    }

    /** Tries whether it can be written, and whether there is room for one visit: a small entry may still fit where a print does not. */
    public void probe(Instant now) {
        try {
            if (!isStandIn()) {
                requireRoom();
            }
            database.tryOut("looking for room", () -> {
                database.update(
                        "INSERT INTO settings (name, value) VALUES (?, zeroblob(?))", TRIED_ROOM, PAGES_OF_A_VISIT);
                return now;
            });
            commit("trying to write", () -> {
                settings.put(TRIED, now.toString());
                return now;
            });
            failing = null;
        } catch (StoreException e) {
            failing = e.reason();
        }
    }

    private void requireRoom() throws StoreException {
        try {
            long room = Files.getFileStore(database.file()).getUsableSpace();
            if (room < ROOM_FOR_A_VISIT) {
                throw new StoreException(Reason.FULL, database.file(), "there are " + room + " bytes left");
            }
        } catch (IOException e) {
            throw new StoreException(Reason.FAILED, database.file(), "looking for room", e);
        }
    }

    private void requireOwn() throws StoreException {
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private <T> T commit(String attempted, Database.Work<T> work) throws StoreException {
        try {
            return database.commit(attempted, work);
        } catch (StoreException e) {
            failing = e.reason();
            throw e;
        }
    }

    private <T> T read(String attempted, Database.Work<T> work) throws StoreException {
        try {
            return database.read(attempted, work);
        } catch (StoreException e) {
            failing = e.reason();
            throw e;
        }
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }
}
