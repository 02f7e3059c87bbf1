package org.yici.agent.session;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.Time;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcChannel;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/**
 * One accepted connection: a thread that reads and one that writes, so that a session that hangs never holds up the loop. Heartbeats stop
 * here; all else goes to the desk on the loop, in order.
 */
final class SessionConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SessionConnection.class);

    /** Messages of one session that may wait for the loop; a session that sends more waits itself. */
    private static final int IN_HAND = 64;

    /** Messages that a session may leave unread; one that leaves more hangs. */
    private static final int UNREAD = 64;

    private final IpcChannel channel;
    private final Time time;
    private final Executor loop;
    private final SessionManager desk;
    private final Semaphore inHand = new Semaphore(IN_HAND);
    private final BlockingQueue<AgentMessage> outbound = new ArrayBlockingQueue<>(UNREAD);
    private final Thread reader;
    private final Thread writer;
    private final long openedNanos;
    private volatile boolean closed;
    private volatile boolean beating;
    private volatile long heardNanos;

    SessionConnection(IpcChannel channel, String name, Time time, Executor loop, SessionManager desk) {
        this.channel = channel;
        this.time = time;
        this.loop = loop;
        this.desk = desk;
        this.openedNanos = time.nanos();
        this.heardNanos = openedNanos;
        this.reader = daemon(this::read, name + "-reader");
        this.writer = daemon(this::write, name + "-writer");
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        reader.start();
        writer.start();
    }

    long openedNanos() {
        return openedNanos;
    }

    /** Whether a heartbeat has come on this line. */
    boolean beating() {
        return beating;
    }

    /** When the last heartbeat came, or the line was opened. */
    long heardNanos() {
        return heardNanos;
    }

    /** Queues a message; a session that reads nothing loses the line. */
    void send(AgentMessage message) {
        if (!outbound.offer(message)) {
            LOG.warn("A session does not read what it is sent");
            close();
        }
    }

    /** Closes the socket; the desk hears of it. Any thread. */
    void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a session's socket", e);
        }
        writer.interrupt();
    }

    private void read() {
        String end = "its socket was closed";
        try {
            while (true) {
                hear(channel.receive());
            }
        } catch (IOException e) {
            end = closed ? end : String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Whatever it is, the desk has to hear that nothing more comes of this line.
            end = "reading it led to " + e.getClass().getName();
        }
        close();
        String reason = end;
        loop.execute(() -> desk.gone(this, reason));
    }

    private void hear(IpcMessage message) throws IOException, InterruptedException {
        if (message instanceof SessionMessage.Heartbeat) {
            heardNanos = time.nanos();
            beating = true;
        } else if (message instanceof SessionMessage said) {
            inHand.acquire();
            loop.execute(() -> {
                desk.said(this, said);
                inHand.release();
            });
        } else {
            throw new IOException("it sends what only an agent sends");
        }
    }

    private void write() {
        try {
            while (!closed) {
                channel.send(outbound.take());
            }
        } catch (IOException e) {
            LOG.debug("Writing to a session", e);
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("Writing to a session led to {}", e.getClass().getName());
            close();
        }
    }
}
