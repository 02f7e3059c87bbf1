package org.yici.session.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcChannel;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/**
 * The line to the agent: one thread that connects, receives and connects again, one that sends, so that neither the screen nor an agent
 * that hangs holds the other up. What is said while the line is down is lost; {@link Events#up} is the moment to say it again.
 */
final class AgentConnection implements AutoCloseable {
    /** More than a session says in a minute. */
    private static final int UNSENT = 256;

    private final Path socket;
    private final SessionMessage.Hello hello;
    private final AgentTimeouts timeout;
    private final Time time;
    private final Events events;
    private final BlockingQueue<SessionMessage> outbound = new ArrayBlockingQueue<>(UNSENT);
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "link-watch"));
    private final Thread receiver = daemon(this::receive, "link-receive");
    private final Thread sender = daemon(this::send, "link-send");
    private volatile @Nullable IpcChannel current;

    /** Hears of the line, on its receiving thread. */
    interface Events {
        void up(AgentMessage.Welcome welcome);

        void heard(AgentMessage message);

        void down();

        /** The patience is at its end; nothing follows. */
        void lost();
    }

    AgentConnection(Path socket, SessionMessage.Hello hello, AgentTimeouts timeout, Time time, Events events) {
        this.socket = socket;
        this.hello = hello;
        this.timeout = timeout;
        this.time = time;
        this.events = events;
    }

    void start() {
        receiver.start();
        sender.start();
    }

    /** Hangs up and does not connect again; nothing is told any more. */
    @Override
    public void close() {
        // A thread that is interrupted while it reads or writes closes its channel.
        receiver.interrupt();
        sender.interrupt();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Says it if the line is up; never blocks. */
    void say(SessionMessage message) {
        if (current != null && !outbound.offer(message)) {
            // The agent has not read for a minute: it hangs.
            hangUp();
        }
    }

    private void hangUp() {
        IpcChannel channel = current;
        if (channel != null) {
            close(channel);
        }
    }

    private static void close(IpcChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    private void receive() {
        try {
            receiveUntilLost();
        } finally {
            watch.shutdown();
        }
    }

    private void receiveUntilLost() {
        long since = time.nanos();
        Duration whole = timeout.first();
        Duration left = whole;
        while (left.compareTo(Duration.ZERO) > 0) {
            if (talk(left)) {
                since = time.nanos();
                whole = timeout.again();
            }
            // Also after a welcome: an agent that lets in and breaks the line would be called without a pause.
            pause();
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            left = whole.minus(time.since(since));
        }
        events.lost();
    }

    /** Returns when the line broke, or there was no welcome in what is left of the patience; whether there was a welcome. */
    private boolean talk(Duration left) {
        boolean welcome = false;
        try (IpcChannel channel = IpcChannel.connect(socket)) {
            IpcMessage first = greet(channel, left);
            if (first instanceof AgentMessage.Halt halt) {
                events.heard(halt);
            } else if (first instanceof AgentMessage.Welcome hearty && hearty.protocol() == IpcMessage.PROTOCOL) {
                welcome = true;
                outbound.clear();
                current = channel;
                events.up(hearty);
                while (true) {
                    if (channel.receive() instanceof AgentMessage message) {
                        events.heard(message);
                    }
                }
            }
        } catch (IOException e) {
            // The line is down; told below.
        }
        current = null;
        if (welcome && !Thread.currentThread().isInterrupted()) {
            events.down();
        }
        return welcome;
    }

    /** Says hello and returns the answer. An agent that hangs still has a kernel that accepts for it, until
     * its queue is full: only the answer counts. */
    private IpcMessage greet(IpcChannel channel, Duration left) throws IOException {
        Duration within = left.compareTo(timeout.hello()) < 0 ? left : timeout.hello();
        Future<?> tooLate = watch.schedule(() -> close(channel), within.toNanos(), TimeUnit.NANOSECONDS);
        try {
            channel.send(hello);
            return channel.receive();
        } finally {
            tooLate.cancel(false);
        }
    }

    private void pause() {
        try {
            Thread.sleep(timeout.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            while (true) {
                SessionMessage message = outbound.take();
                IpcChannel channel = current;
                if (channel != null) {
                    send(channel, message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(IpcChannel channel, SessionMessage message) {
        try {
            channel.send(message);
        } catch (IOException e) {
            close(channel);
        }
    }
}
