package org.yici.admin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final Held held = new Held();

    /** Looks at passwords until it is told to go on. */
    private static final class Held implements PasswordEncoder {
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            matches(password, "");
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                return goOn.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                now.decrementAndGet();
            }
        }
    }

    @AfterEach
    void end() {
        held.goOn.countDown();
        people.shutdownNow();
    }

    @Test
    void looksAtAFewTogetherLetsAFewWaitAndRefusesTheRestAtOnce() throws Exception {
        PasswordEncoder passwords = new BoundedPasswordEncoder(held, 2, 3, LONG);
        List<Future<Boolean>> first = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            first.add(people.submit(() -> passwords.matches("x", "y")));
        }
        await().until(() -> held.now.get() == 2);

        await().untilAsserted(
                        () -> assertThatThrownBy(() -> passwords.encode("x")).isInstanceOf(HashingBusyException.class));

        held.goOn.countDown();
        for (Future<Boolean> one : first) {
            assertThat(one.get(30, TimeUnit.SECONDS))
                    .as("who had a place got its turn")
                    .isTrue();
        }
        assertThat(held.most).hasValue(2);
        assertThat(passwords.encode("x")).as("there is room again").isEqualTo("hash");
    }

    @Test
    void letsNobodyWaitForEver() throws Exception {
        PasswordEncoder passwords = new BoundedPasswordEncoder(held, 1, 1, Duration.ofMillis(20));
        Future<Boolean> first = people.submit(() -> passwords.matches("x", "y"));
        await().until(() -> held.now.get() == 1);

        assertThatThrownBy(() -> passwords.matches("x", "y")).isInstanceOf(HashingBusyException.class);

        held.goOn.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    }
}
