package org.yici.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short form of {@code deploy/sweep}, with a seed of its own each time; it prints the seed. */
class SweepTest {
    private static final int EACH = 10;

    @Test
    void nothingEnteredIsLost() throws Exception {
        Options options = new Options(
                Path.of(System.getProperty("yici.root")),
                Path.of("target/sweep").toAbsolutePath(),
                Long.getLong("yici.sweep.seed", new Random().nextInt(1_000_000)),
                EACH,
                EACH,
                4);
        SweepRun.Result result = SweepRun.of(options, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        assertThat(result.faults()).as("seed " + options.seed()).isEmpty();
        for (Point point : Point.values()) {
            long hits = result.counts().entrySet().stream()
                    .filter(count -> count.getKey().startsWith("hit " + point))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(hits).as(point.name()).isEqualTo(EACH);
        }
    }
}
