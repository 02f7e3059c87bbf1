package org.yici.endurance.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Aims at the transaction in which the service files an entry. A trigger of the sweep's own in the database raises the notice
 * {@code sweep KEY VERSION} at each attempt to insert one, so that the server's answers tell which connection files what; then a
 * CommandComplete {@code COMMIT} on that connection is the answer to the commit of that entry. Any thread.
 */
public final class CommitAim {
    private static final Pattern NOTICE =
            Pattern.compile("sweep ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12} [0-9]+)");
    private static final String COMMIT = "COMMIT\0";
    private static final String ROLLBACK = "ROLLBACK\0";

    private final Map<String, Integer> attempts = new HashMap<>();
    private Optional<Target> target = Optional.empty();

    /** Where the answer to the service stops. */
    public enum Point {
        /** The entry is inserted, the transaction is open. */
        BEFORE_COMMIT,
        /** The database has committed and says so; the service does not know it. */
        AFTER_COMMIT
    }

    private record Target(String name, Point point, Hold hold) {}

    /** How entries are named here. */
    public static String name(Object key, int version) {
        return key + " " + version;
    }

    /** Stops the database's answer to the service at this point of this entry's transaction, the first time that it comes there. */
    public synchronized Hold stopAt(String name, Point point) {
        Hold hold = new Hold();
        target = Optional.of(new Target(name, point, hold));
        return hold;
    }

    /** Forgets a target that was not met. */
    public synchronized void disarm() {
        target = Optional.empty();
    }

    /** How often the service has tried to file this entry; each time it got the entry from the broker. */
    public synchronized int attempts(String name) {
        return attempts.getOrDefault(name, 0);
    }

    /** Attempts beyond the first, over all entries. */
    public synchronized long repeats() {
        return attempts.values().stream().mapToLong(tries -> tries - 1).sum();
    }

    private synchronized void tried(String name) {
        attempts.merge(name, 1, Integer::sum);
    }

    private synchronized Optional<Hold> met(String name, Point point) {
        Optional<Target> met =
                target.filter(wanted -> wanted.point() == point && wanted.name().equals(name));
        if (met.isPresent()) {
            target = Optional.empty();
        }
        return met.map(Target::hold);
    }

    Meter down() {
        return new Answers();
    }

    /** What the server answers on one connection. */
    private final class Answers implements Meter {
        private final PostgresFrames frames = new PostgresFrames();
        private String filing = "";

        @Override
        public void carry(byte[] bytes, int length, Sink sink) throws IOException, InterruptedException {
            frames.feed(bytes, length, frame -> {
                Optional<Hold> hold = look(frame);
                if (hold.isPresent() && !hold.get().stay()) {
                    throw new IOException("dropped");
                }
                sink.write(frame.bytes(), 0, frame.bytes().length);
            });
        }

        private Optional<Hold> look(PostgresFrames.Frame frame) {
            if (frame.type() == 'N') {
                Matcher notice = NOTICE.matcher(frame.text());
                if (notice.find()) {
                    filing = notice.group(1);
                    tried(filing);
                    return met(filing, Point.BEFORE_COMMIT);
                }
            } else if (frame.type() == 'C' && !filing.isEmpty()) {
                String command = frame.text();
                if (command.equals(COMMIT) || command.equals(ROLLBACK)) {
                    String filed = filing;
                    filing = "";
                    return command.equals(COMMIT) ? met(filed, Point.AFTER_COMMIT) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }
}
