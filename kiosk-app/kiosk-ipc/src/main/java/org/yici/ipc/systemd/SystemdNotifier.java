package org.yici.ipc.systemd;

import info.faljse.SDNotify.SDNotify;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells the supervisor how this program is (sd_notify(3)); without NOTIFY_SOCKET in the environment nothing happens. No method blocks on
 * the socket: a supervisor that reads nothing fills it after eleven datagrams, and then only this class's own thread waits. What could not
 * be sent yet is kept once, not once for each call. Any thread.
 */
public final class SystemdNotifier {
    private enum Word {
        READY,
        WATCHDOG,
        STOPPING
    }

    private final Set<Word> unsent = EnumSet.noneOf(Word.class);
    private final boolean asked = System.getenv("NOTIFY_SOCKET") != null;
    private final long everyNanos;
    private long aliveNanos;
    private boolean saidAlive;

    /** @param aliveEvery signs of life that come sooner after one another are left out */
    public SystemdNotifier(Duration aliveEvery) {
        this.everyNanos = aliveEvery.toNanos();
        if (asked) {
            Thread thread = new Thread(this::send, "systemd-notify");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** READY=1. */
    public void ready() {
        say(Word.READY);
    }

    /** WATCHDOG=1: to be called from the loop whose life it proves. */
    public synchronized void alive() {
        long now = System.nanoTime();
        if (!saidAlive || now - aliveNanos >= everyNanos) {
            saidAlive = true;
            aliveNanos = now;
            say(Word.WATCHDOG);
        }
    }

    /** STOPPING=1. */
    public void stopping() {
        say(Word.STOPPING);
    }

    private synchronized void say(Word word) {
        if (asked) {
            unsent.add(word);
            notifyAll();
        }
    }

    private void send() {
        while (true) {
            Word word;
            try {
                word = next();
            } catch (InterruptedException e) {
                return;
            }
            try {
                send(word);
            } catch (RuntimeException | LinkageError e) {
                // The supervisor hears nothing and acts on that; this thread goes on, it may hear the next one.
            }
        }
    }

    private synchronized Word next() throws InterruptedException {
        while (unsent.isEmpty()) {
            wait();
        }
        Word word = unsent.iterator().next();
        unsent.remove(word);
        return word;
    }

    private static void send(Word word) {
        switch (word) {
            case READY -> SDNotify.sendNotify();
            case WATCHDOG -> SDNotify.sendWatchdog();
            case STOPPING -> SDNotify.sendStopping();
        }
    }
}
