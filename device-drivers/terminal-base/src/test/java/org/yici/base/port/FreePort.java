package org.yici.base.port;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that is free now, for a program that is told its port. None of those that the kernel gives to whoever wants any (Linux: 32768 to
 * 60999): many tests at once take these, and would take one while its program is being started, or started again.
 */
public final class FreePort {
    private static final int LOWEST = 10_000;
    private static final int COUNT = 5_000;
    private static final int MOST_TRIES = 100;

    private FreePort() {}

    /** On loopback; another one each time, as far as chance goes. */
    public static int next() throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = LOWEST + ThreadLocalRandom.current().nextInt(COUNT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException e) {
                // Taken.
            }
        }
        throw new BindException("no port is free");
    }
}
