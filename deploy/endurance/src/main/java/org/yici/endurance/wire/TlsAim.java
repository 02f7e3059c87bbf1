package org.yici.endurance.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Aims at a packet of MQTT inside TLS by the sizes of records. It can stop the terminal's bytes inside the record that carries a PUBLISH, and
 * notes which records passed since it was told to. TLS 1.3 adds 17 bytes to the content and our programs pad nothing, so that the
 * length of a record tells that of its packet. Any thread.
 */
public final class TlsAim {
    private Optional<Target> target = Optional.empty();
    private final List<Passed> passed = new ArrayList<>();
    private long lastNanos = System.nanoTime();
    private volatile boolean stoppedInside;

    /** A record that has passed completely: its direction, and the length of its content. */
    public record Passed(boolean up, int content) {}

    /** @param at how many bytes pass behind the header of the first record with content of {@code least} bytes or more */
    private record Target(int least, int at, Hold hold) {}

    /** Stops what the terminal sends {@code at} bytes (from 1) behind the header of the next record with {@code least} bytes of content. */
    public synchronized Hold stopInside(int least, int at) {
        Hold hold = new Hold();
        target = Optional.of(new Target(least, at, hold));
        return hold;
    }

    /** Whether the last stop was inside a record: the other side cannot read what it has of it. */
    public boolean stoppedInside() {
        return stoppedInside;
    }

    /** Forgets a target that was not met. */
    public synchronized void disarm() {
        target = Optional.empty();
    }

    /** Begins a new list of what passes. */
    public synchronized void note() {
        passed.clear();
    }

    /** What passed since {@link #note}, in the order of its last bytes. */
    public synchronized List<Passed> passed() {
        return List.copyOf(passed);
    }

    /** How long nothing has moved. */
    public synchronized Duration quiet() {
        return Duration.ofNanos(System.nanoTime() - lastNanos);
    }

    private synchronized void moved() {
        lastNanos = System.nanoTime();
    }

    private synchronized void passed(boolean up, int content) {
        passed.add(new Passed(up, content));
    }

    private synchronized Optional<Target> meet(int content) {
        Optional<Target> met = target.filter(wanted -> content >= wanted.least());
        if (met.isPresent()) {
            target = Optional.empty();
        }
        return met;
    }

    Meter up() {
        return new Side(true);
    }

    Meter down() {
        return new Side(false);
    }

    private final class Side implements Meter, TlsRecords.Listener {
        private final boolean up;
        private final TlsRecords records = new TlsRecords();
        private Optional<Target> met = Optional.empty();
        private int since;

        Side(boolean up) {
            this.up = up;
        }

        @Override
        public void begins(int type, int content) {
            if (up && type == TlsRecords.APPLICATION_DATA) {
                Optional<Target> now = meet(content);
                if (now.isPresent()) {
                    met = now;
                    since = 0;
                }
            }
        }

        @Override
        public void ends(int type, int content) {
            if (type == TlsRecords.APPLICATION_DATA) {
                passed(up, content);
            }
        }

        @Override
        public void carry(byte[] bytes, int length, Sink sink) throws IOException, InterruptedException {
            moved();
            int at = 0;
            while (at < length) {
                int piece = Math.min(length - at, records.toNextMark());
                if (met.isPresent()) {
                    piece = Math.min(piece, met.get().at() - since);
                }
                if (piece > 0) {
                    sink.write(bytes, at, piece);
                    since += piece;
                    records.feed(bytes, at, piece, this);
                    at += piece;
                }
                if (met.isPresent() && since >= met.get().at()) {
                    Hold hold = met.get().hold();
                    met = Optional.empty();
                    stoppedInside = records.isInside();
                    if (!hold.stay()) {
                        throw new IOException("dropped");
                    }
                }
            }
        }
    }
}
