package org.yici.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ten thousand random lives of a session; a failure names its seed and what happened. */
class RandomHistoriesTest {
    private static final int HISTORIES = 10_000;

    @Test
    void noHistoryBreaksAPromise() {
        int delivered = 0;
        int ended = 0;
        for (long seed = 1; seed <= HISTORIES; seed++) {
            RandomHistory history = new RandomHistory(seed);
            try {
                history.live();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + String.join("; ", history.log()), e);
            }
            delivered += history.delivered() ? 1 : 0;
            ended += history.ended() ? 1 : 0;
        }
        assertThat(delivered).as("histories with paper").isGreaterThan(HISTORIES / 20);
        assertThat(ended).as("histories with an end").isGreaterThan(HISTORIES / 2);
    }
}
