package org.yici.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What becomes of ports that were closed. */
public final class Ports {
    private Ports() {}

    /**
     * Waits until nobody answers to {@code connecting}. At once it need not be: a program that another test just then starts has this program's
     * sockets, too, until it has become that program.
     */
    public static void awaitRefusal(ThrowingCallable connecting) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThatThrownBy(connecting).isInstanceOf(ConnectException.class));
    }
}
