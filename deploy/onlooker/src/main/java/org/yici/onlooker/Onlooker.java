package org.yici.onlooker;

import java.awt.EventQueue;
import java.awt.Window;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The assistive technology that the toolkit loads by name (JDK: {@code javax.accessibility.assistive_technologies}). Twenty times a
 * second it looks at the accessible tree on the event dispatch thread, and sends it as a line of JSON over the Unix socket that the
 * property {@code yici.onlooker} names, if it changed. Nothing that goes wrong here reaches the program that is looked at.
 *
 * <p>A test tool: with it in a session somebody else learns what the citizen sees. It does not belong on a terminal in use.
 */
public final class Onlooker {
    private static final long LOOKS_NANOS = 50_000_000;

    private final AtomicBoolean looking = new AtomicBoolean();
    private final Line line;
    private String seen = "";
    private long sequence;

    /** Called by the toolkit while it is made; returns at once and throws nothing. */
    public Onlooker() {
        this(Path.of(System.getProperty("yici.onlooker", "/run/yici/onlooker.sock")));
    }

    Onlooker(Path socket) {
        line = new Line(socket);
        start("onlooker-line", line::keep);
        start("onlooker", this::lookAgainAndAgain);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, failure) -> {});
        thread.start();
    }

    private void lookAgainAndAgain() {
        while (true) {
            LockSupport.parkNanos(LOOKS_NANOS);
            if (Window.getWindows().length > 0 && looking.compareAndSet(false, true)) {
                EventQueue.invokeLater(this::look);
            }
        }
    }

    private void look() {
        try {
            String now = Sight.now().json();
            if (!now.equals(seen)) {
                seen = now;
                sequence++;
                line.say(Who.prefix() + ",\"sequence\":" + sequence + "," + now + "}");
            }
        } catch (RuntimeException | LinkageError e) {
            // The tree changed under way: the next look sees the rest.
        } finally {
            looking.set(false);
        }
    }

    /** The process that is looked at. */
    private static final class Who {
        private Who() {}

        static String prefix() {
            return "{\"pid\":" + ProcessHandle.current().pid() + ",\"user\":"
                    + Json.string(System.getProperty("user.name", ""));
        }
    }
}
