package org.yici.admin.account;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yici.base.Time;

/**
 * One administrator's time between log-in and its end, in one browser. It ends by log-out, when the person did nothing for too long, when
 * it is too old, or when the password was changed elsewhere; streams that belong to it end with it. Thread-safe.
 */
public final class LoginSession implements HttpSessionBindingListener {
    private final String account;
    private final Runnable invalidate;
    private final Time time;
    private final long begunNanos;
    private final Set<Runnable> streams = new HashSet<>();
    private long seenNanos;
    private int passwordVersion;
    private boolean over;

    /** @param invalidate ends the browser's session, and with it this one */
    LoginSession(String account, int passwordVersion, Runnable invalidate, Time time) {
        this.account = account;
        this.passwordVersion = passwordVersion;
        this.invalidate = invalidate;
        this.time = time;
        this.begunNanos = time.nanos();
        this.seenNanos = begunNanos;
    }

    String account() {
        return account;
    }

    /** The person did something; what a page asks for by itself does not count. */
    synchronized void seen() {
        seenNanos = time.nanos();
    }

    /** Whether it is over, or should be by now. */
    synchronized boolean isOver(LoginSessions.Limits limits) {
        return over
                || time.since(seenNanos).compareTo(limits.idle()) >= 0
                || time.since(begunNanos).compareTo(limits.longest()) >= 0;
    }

    synchronized int passwordVersion() {
        return passwordVersion;
    }

    synchronized void passwordChanged(int version) {
        passwordVersion = version;
    }

    /** Has {@code end} run when this session ends; at once if it is over. */
    public void add(Runnable end) {
        synchronized (this) {
            if (!over) {
                streams.add(end);
                return;
            }
        }
        end.run();
    }

    /** Forgets a stream that ended by itself. */
    public synchronized void remove(Runnable end) {
        streams.remove(end);
    }

    /** Ends it, and the browser's session. */
    void end() {
        invalidate.run();
        ended();
    }

    /** The browser's session ended, for whatever reason. */
    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        ended();
    }

    private void ended() {
        List<Runnable> ending;
        synchronized (this) {
            over = true;
            ending = new ArrayList<>(streams);
            streams.clear();
        }
        ending.forEach(Runnable::run);
    }
}
