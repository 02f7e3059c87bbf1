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
        for (Scanned scanned : scanner.accept(bytes)) {
            boolean before = reader.hasBeenRead();
            send(reader.answer(scanned));
            if (before != reader.hasBeenRead()) {
                changed.run();
            }
        }
    }

    private void send(byte[] frame) throws IOException {
        if (!wireSpeed) {
            terminal.write(frame);
            return;
        }
        long due = System.nanoTime();
        for (int from = 0; from < frame.length && running; from += CHUNK) {
            terminal.write(Arrays.copyOfRange(frame, from, Math.min(from + CHUNK, frame.length)));
            due += CHUNK_NANOS;
            LockSupport.parkNanos(due - System.nanoTime());
        }
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
