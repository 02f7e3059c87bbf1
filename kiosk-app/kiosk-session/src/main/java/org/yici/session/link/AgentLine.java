package org.yici.session.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.link.FromAgent;
import org.yici.link.FromSession;
import org.yici.link.LinkChannel;
import org.yici.link.LinkMessage;

/**
 * The line to the agent: one thread that connects, receives and connects again, one that sends, so that neither the screen nor an agent
 * that hangs holds the other up. What is said while the line is down is lost; {@link Events#up} is the moment to say it again.
 */
final class AgentLine {
    /** More than a session says in a minute. */
    private static final int UNSENT = 256;

    private final Path socket;
    private final FromSession.Hello hello;
    private final LinkPatience patience;
    private final Time time;
    private final Events events;
    private final BlockingQueue<FromSession> outbound = new ArrayBlockingQueue<>(UNSENT);
    private volatile @Nullable LinkChannel current;

    /** Hears of the line, on its receiving thread. */
    interface Events {
        void up(FromAgent.Welcome welcome);

        void heard(FromAgent message);

        void down();

        /** The patience is at its end; nothing follows. */
        void lost();
    }

    AgentLine(Path socket, FromSession.Hello hello, LinkPatience patience, Time time, Events events) {
        this.socket = socket;
        this.hello = hello;
        this.patience = patience;
        this.time = time;
        this.events = events;
    }

    void start() {
        daemon(this::receive, "link-receive");
        daemon(this::send, "link-send");
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Says it if the line is up; never blocks. */
    void say(FromSession message) {
        if (current != null && !outbound.offer(message)) {
            // The agent has not read for a minute: it hangs.
            hangUp();
        }
    }

    private void hangUp() {
        LinkChannel channel = current;
        if (channel != null) {
            close(channel);
        }
    }

    private static void close(LinkChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    private void receive() {
        long since = time.nanos();
        boolean ever = false;
        while (time.since(since).compareTo(ever ? patience.again() : patience.first()) < 0) {
            if (talk()) {
                since = time.nanos();
                ever = true;
            } else if (!pause()) {
                return;
            }
        }
        events.lost();
    }

    /** Returns when the line broke; whether there was a welcome before. */
    private boolean talk() {
        boolean welcome = false;
        try (LinkChannel channel = LinkChannel.connect(socket)) {
            channel.send(hello);
            LinkMessage first = channel.receive();
            if (first instanceof FromAgent.Halt halt) {
                events.heard(halt);
            } else if (first instanceof FromAgent.Welcome hearty && hearty.protocol() == LinkMessage.PROTOCOL) {
                welcome = true;
                outbound.clear();
                current = channel;
                events.up(hearty);
                while (true) {
                    if (channel.receive() instanceof FromAgent message) {
                        events.heard(message);
                    }
                }
            }
        } catch (IOException e) {
            // The line is down; told below.
        }
        current = null;
        if (welcome) {
            events.down();
        }
        return welcome;
    }

    private boolean pause() {
        try {
            Thread.sleep(patience.pause().toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void send() {
        try {
            while (true) {
                FromSession message = outbound.take();
                LinkChannel channel = current;
                if (channel != null) {
                    send(channel, message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(LinkChannel channel, FromSession message) {
        try {
            channel.send(message);
        } catch (IOException e) {
            close(channel);
        }
    }
}
