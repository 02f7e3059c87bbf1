package org.yici.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** How often and when; {@code -Dyici.storm.rounds} (5; {@code deploy/storm} takes 40), {@code -Dyici.storm.seed}. */
final class Storm {
    static final int ROUNDS = Integer.getInteger("yici.storm.rounds", 5);
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Path OPEN = Path.of("/proc/self/fd");

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

    /**
     * What this process holds: what its descriptors lead to, and the threads of devices. It counts the process as a
     * whole, so a storm runs while no other test does ({@code @Isolated}).
     */
    record Held(List<String> descriptors, List<String> threads) {
        static Held now() {
            List<String> descriptors = new ArrayList<>();
            for (String number : Objects.requireNonNull(OPEN.toFile().list())) {
                target(OPEN.resolve(number)).ifPresent(descriptors::add);
            }
            List<String> threads = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("device-"))
                    .toList();
            return new Held(descriptors, threads);
        }

        /** Waits until no more is held than at first; what the Java library itself opened once may stay. */
        void assertNoMoreThan(int library) {
            await("descriptors and threads that were given back")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        Held held = now();
                        assertThat(more(held.threads(), threads)).as("threads").isEmpty();
                        assertThat(more(held.descriptors(), descriptors))
                                .as("descriptors")
                                .hasSizeLessThanOrEqualTo(library);
                    });
        }

        private static Optional<String> target(Path descriptor) {
            try {
                return Optional.of(Files.readSymbolicLink(descriptor).toString());
            } catch (IOException closed) {
                return Optional.empty();
            }
        }

        private static List<String> more(List<String> now, List<String> before) {
            List<String> more = new ArrayList<>(now);
            before.forEach(more::remove);
            return more;
        }
    }
}
