package org.yici.bench.port;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes a port again that was closed just before. A program that is being started meanwhile has the old socket, too, until it has become that
 * program: JDK 17 closes what a child inherits only there.
 */
public final class SamePort {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration MOMENT = Duration.ofMillis(5);

    private SamePort() {}

    /** How it is taken. */
    @FunctionalInterface
    public interface Opening<T> {
        T open() throws IOException;
    }

    /** What {@code opening} opens, tried again for two seconds while the port is in use. */
    public static <T> T again(Opening<T> opening) throws IOException {
        long began = System.nanoTime();
        while (true) {
            try {
                return opening.open();
            } catch (BindException e) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(MOMENT.toNanos());
            }
        }
    }
}
