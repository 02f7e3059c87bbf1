package org.yici.bench.pty;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.pty.PseudoTerminal.Arrival;

/** One plugged-in cable: a thread that drains the line and gives the device its turns, and the way back to the host. */
public final class Cable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cable.class);

    /** How long a closing waits for the thread at most, and how long the device waits for a turn. */
    private static final Duration WAIT = Duration.ofMillis(50);

    /** What hangs on the cable. Called by the cable's own thread only. */
    public interface Device {
        /** The host sent these bytes, cut anywhere. */
        void arrived(byte[] bytes, Cable cable) throws IOException;

        /** Time has passed, or bytes have been taken. */
        default void turn(Cable cable) throws IOException {}
    }

    private final PseudoTerminal terminal;
    private final Device device;
    private final Runnable changed;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean opened;

    /**
     * Begins to serve the line, and closes the terminal with it.
     *
     * @param changed called by the cable's thread when the port was opened or closed
     */
    public Cable(PseudoTerminal terminal, String threadName, Device device, Runnable changed) {
        this.terminal = terminal;
        this.device = device;
        this.changed = changed;
        thread = new Thread(this::serve, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether somebody has the port open. Any thread. */
    public boolean isOpened() {
        return opened;
    }

    /** The device node that the kiosk opens. */
    public Path slave() {
        return terminal.slave();
    }

    /** The rate at which the host speaks, in bits a second. The cable's thread only. */
    public int baud() throws IOException {
        return terminal.baud();
    }

    /**
     * Sends to the host; what is sent while nobody has the port open is lost. Blocks for the time that the line takes and ends early
     * when the plug is pulled. The cable's thread only.
     *
     * @param pace asked again before each piece, so that it can change on the way
     */
    public void send(byte[] bytes, Supplier<Pace> pace) throws IOException {
        if (!terminal.hasSomebody()) {
            return;
        }
        long due = System.nanoTime();
        int from = 0;
        while (from < bytes.length && running) {
            Pace now = pace.get();
            int count = Math.min(now.bytes(), bytes.length - from);
            terminal.write(Arrays.copyOfRange(bytes, from, from + count));
            from += count;
            due += now.time().toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void serve() {
        try {
            while (running) {
                take(terminal.await(WAIT));
                device.turn(this);
            }
        } catch (IOException e) {
            LOG.error("The line of {} broke", Thread.currentThread().getName(), e);
        }
    }

    private void take(Arrival arrival) throws IOException {
        opened(!(arrival instanceof Arrival.NobodyThere));
        if (arrival instanceof Arrival.Bytes bytes) {
            device.arrived(bytes.bytes(), this);
        } else if (arrival instanceof Arrival.NobodyThere) {
            LockSupport.parkNanos(WAIT.toNanos());
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
