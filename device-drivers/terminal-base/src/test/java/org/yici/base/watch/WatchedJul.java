package org.yici.base.watch;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Looks at what is logged by {@code java.util.logging}. */
final class WatchedJul extends Handler {
    /** Held, or it would be forgotten. */
    private static final Logger ROOT = Logger.getLogger("");

    static void install() {
        ROOT.addHandler(new WatchedJul());
    }

    @Override
    public void publish(LogRecord event) {
        String place = "logger " + event.getLoggerName();
        NumberWatch.look(place, String.valueOf(event.getMessage()));
        NumberWatch.look(place, Arrays.toString(event.getParameters()));
        for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
            NumberWatch.look(place, String.valueOf(cause.getMessage()));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
