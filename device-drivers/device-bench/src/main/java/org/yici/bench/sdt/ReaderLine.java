package org.yici.bench.sdt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.yici.bench.pty.Cable;
import org.yici.bench.pty.Pace;
import org.yici.bench.pty.PseudoTerminal;

/** The reader on a plugged-in cable: feeds the scanner of frames and sends the reader's answers. */
final class ReaderLine implements Cable.Device, AutoCloseable {
    /** A frame of the host takes under 1 ms on the wire; half of one that stays half this long is given up. */
    private static final Duration GAP = Duration.ofMillis(500);

    /** No host waits so long for a read. */
    private static final Duration LATE = Duration.ofSeconds(4);

    private static final int OTHER_BAUD = 9_600;
    private static final int PREAMBLE = 5;
    /** Of noise, with the beginning of a preamble in it. */
    private static final byte[] GARBAGE = {0x00, (byte) 0xFF, (byte) 0xAA, (byte) 0xAA, 0x13, 0x69};

    private static final Pace SLOW = new Pace(1, Duration.ofMillis(100));

    private final CardReader reader;
    private final boolean wireSpeed;
    private final Runnable changed;
    private final FrameScanner scanner = new FrameScanner();
    private long lastBytes = System.nanoTime();
    private final Cable cable;

    ReaderLine(PseudoTerminal terminal, CardReader reader, boolean wireSpeed, Runnable changed) {
        this.reader = reader;
        this.wireSpeed = wireSpeed;
        this.changed = changed;
        cable = new Cable(terminal, "bench-reader", this, changed);
    }

    /** Whether somebody has the port open. */
    boolean isOpened() {
        return cable.isOpened();
    }

    Path slave() {
        return cable.slave();
    }

    @Override
    public void arrived(byte[] bytes, Cable line) throws IOException {
        long now = System.nanoTime();
        if (now - lastBytes > GAP.toNanos()) {
            scanner.reset();
        }
        lastBytes = now;
        if (speaksOurRate(line)) {
            for (Scanned scanned : scanner.accept(bytes)) {
                answer(scanned, line);
            }
        }
    }

    private void answer(Scanned scanned, Cable line) throws IOException {
        boolean before = reader.hasBeenRead();
        byte[] answer = reader.answer(scanned);
        if (scanned instanceof Scanned.Command command && command.isRead() && reader.has(ReaderQuirk.LATE_ANSWER)) {
            LockSupport.parkNanos(LATE.toNanos());
        }
        if (!reader.has(ReaderQuirk.MUTE)) {
            line.send(spoilt(answer), this::pace);
        }
        if (scanned instanceof Scanned.Command command && command.setsRate()) {
            reader.set(ReaderQuirk.OTHER_BAUD, false);
        }
        if (before != reader.hasBeenRead()) {
            changed.run();
        }
    }

    /** At another rate the reader sees nothing that it understands. */
    private boolean speaksOurRate(Cable line) throws IOException {
        return !reader.has(ReaderQuirk.OTHER_BAUD) || line.baud() == OTHER_BAUD;
    }

    private Pace pace() {
        if (reader.has(ReaderQuirk.SLOW)) {
            return SLOW;
        }
        return wireSpeed ? Pace.WIRE_SPEED : Pace.FULL_SPEED;
    }

    private byte[] spoilt(byte[] frame) {
        byte[] sent = frame.clone();
        if (reader.has(ReaderQuirk.BAD_XOR)) {
            sent[sent.length - 1] ^= 0x55;
        }
        if (reader.has(ReaderQuirk.HALF_FRAME)) {
            sent = Arrays.copyOf(sent, sent.length / 2);
        }
        if (reader.has(ReaderQuirk.DOUBLED_PREAMBLE)) {
            sent = joined(Arrays.copyOf(frame, PREAMBLE), sent);
        }
        return reader.has(ReaderQuirk.GARBAGE_BEFORE) ? joined(GARBAGE, sent) : sent;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Override
    public void close() {
        cable.close();
    }
}
