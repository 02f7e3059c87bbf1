package org.yici.bench.sdt;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.pty.PseudoTerminal;
import org.yici.bench.pty.PseudoTerminal.Arrival;

/** One plugged-in cable: a thread that drains the line, feeds the scanner and sends the reader's answers. */
final class ReaderLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderLine.class);

    /** How long a closing waits for the thread at most. */
    private static final Duration WAIT = Duration.ofMillis(50);

    /** A frame of the host takes under 1 ms on the wire; half of one that stays half this long is given up. */
    private static final Duration GAP = Duration.ofMillis(500);

    /** No host waits so long for a read. */
    private static final Duration LATE = Duration.ofSeconds(4);

    private static final int OTHER_BAUD = 9_600;
    private static final int PREAMBLE = 5;
    /** Of noise, with the beginning of a preamble in it. */
    private static final byte[] GARBAGE = {0x00, (byte) 0xFF, (byte) 0xAA, (byte) 0xAA, 0x13, 0x69};

    private static final long SLOW_NANOS = 100_000_000;
    private static final int CHUNK = 32;

    /** 32 bytes of 10 bits at 115200 baud. */
    private static final long CHUNK_NANOS = 2_777_000;

    private final PseudoTerminal terminal;
    private final CardReader reader;
    private final boolean wireSpeed;
    private final Runnable changed;
    private final FrameScanner scanner = new FrameScanner();
    private final Thread thread = new Thread(this::serve, "bench-reader");
    private volatile boolean running = true;
    private volatile boolean opened;
    private long lastBytes = System.nanoTime();

    ReaderLine(PseudoTerminal terminal, CardReader reader, boolean wireSpeed, Runnable changed) {
        this.terminal = terminal;
        this.reader = reader;
        this.wireSpeed = wireSpeed;
        this.changed = changed;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether somebody has the port open. */
    boolean isOpened() {
        return opened;
    }

    private void serve() {
        try {
            while (running) {
                take(terminal.await(WAIT));
            }
        } catch (IOException e) {
            LOG.error("The reader's line broke", e);
        }
    }

    private void take(Arrival arrival) throws IOException {
        opened(!(arrival instanceof Arrival.NobodyThere));
        if (arrival instanceof Arrival.Bytes bytes) {
            long now = System.nanoTime();
            if (now - lastBytes > GAP.toNanos()) {
                scanner.reset();
            }
            lastBytes = now;
            answer(bytes.bytes());
        } else if (arrival instanceof Arrival.NobodyThere) {
            LockSupport.parkNanos(WAIT.toNanos());
        }
    }

    private void answer(byte[] bytes) throws IOException {
        if (!speaksOurRate()) {
            return;
        }
        for (Scanned scanned : scanner.accept(bytes)) {
            boolean before = reader.hasBeenRead();
            byte[] answer = reader.answer(scanned);
            if (scanned instanceof Scanned.Command command && command.isRead() && reader.has(ReaderQuirk.LATE_ANSWER)) {
                LockSupport.parkNanos(LATE.toNanos());
            }
            if (!reader.has(ReaderQuirk.MUTE)) {
                send(answer);
            }
            if (scanned instanceof Scanned.Command command && command.setsRate()) {
                reader.set(ReaderQuirk.OTHER_BAUD, false);
            }
            if (before != reader.hasBeenRead()) {
                changed.run();
            }
        }
    }

    /** At another rate the reader sees nothing that it understands. */
    private boolean speaksOurRate() throws IOException {
        return !reader.has(ReaderQuirk.OTHER_BAUD) || terminal.baud() == OTHER_BAUD;
    }

    private void send(byte[] frame) throws IOException {
        byte[] sent = spoilt(frame);
        int from = 0;
        long due = System.nanoTime();
        while (from < sent.length && running) {
            boolean slow = reader.has(ReaderQuirk.SLOW);
            int to = slow ? from + 1 : wireSpeed ? Math.min(from + CHUNK, sent.length) : sent.length;
            terminal.write(Arrays.copyOfRange(sent, from, to));
            from = to;
            if (slow || wireSpeed) {
                due += slow ? SLOW_NANOS : CHUNK_NANOS;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
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

    private void opened(boolean now) {
        if (opened != now) {
            opened = now;
            changed.run();
        }
    }

    @Override
    public void close() {
        running = false;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        terminal.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
