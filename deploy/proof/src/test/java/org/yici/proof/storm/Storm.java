package org.yici.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** How often and when; {@code -Dyici.storm.rounds} (5; {@code deploy/storm} takes 40), {@code -Dyici.storm.seed}. */
final class Storm {
    static final int ROUNDS = Integer.getInteger("yici.storm.rounds", 5);
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random;

    Storm(String what) {
        long seed = Long.getLong("yici.storm.seed", System.nanoTime());
        random = new Random(seed);
        System.out.println(what + ": " + ROUNDS + " rounds, -Dyici.storm.seed=" + seed);
    }

    /** Lets a random time pass, up to {@code longest}: this is when it happens. */
    void moment(Duration longest) {
        LockSupport.parkNanos((long) (random.nextDouble() * longest.toNanos()));
    }

    /** What a process holds: descriptors, and threads of devices. */
    record Held(int descriptors, long threads) {
        static Held now() {
            String[] open = new File("/proc/self/fd").list();
            return new Held(
                    open == null ? 0 : open.length,
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("device-"))
                            .count());
        }

        /** Waits until no more is held than at first; what the Java library itself opened once may stay. */
        void assertNoMoreThan(int library) {
            await("descriptors and threads that were given back")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        Held held = now();
                        assertThat(held.threads()).as("threads").isLessThanOrEqualTo(threads);
                        assertThat(held.descriptors()).as("descriptors").isLessThanOrEqualTo(descriptors + library);
                    });
        }
    }
}
