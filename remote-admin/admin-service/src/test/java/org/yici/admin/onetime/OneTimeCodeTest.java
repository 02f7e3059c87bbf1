package org.yici.admin.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
    /** Counts the random bits that are drawn from it. */
    private static final class CountingRandom implements RandomGenerator {
        private final Random random = new Random(1);
        private double bits;

        @Override
        public long nextLong() {
            bits += Long.SIZE;
            return random.nextLong();
        }

        @Override
        public int nextInt(int bound) {
            bits += Math.log(bound) / Math.log(2);
            return random.nextInt(bound);
        }
    }

    @Test
    void isReadAloudWithoutMistakes() {
        assertThat(OneTimeCode.generate(new Random(1))).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(OneTimeCode.hash("1I0O-LLLL-2222-3333")).isEqualTo(OneTimeCode.hash("1100 1111 2222 3333"));
        assertThat(OneTimeCode.hash("1I0O-LLLL-2223-3333")).isNotEqualTo(OneTimeCode.hash("1100 1111 2222 3333"));
    }

    @Test
    void hasAtLeastSixtyFourRandomBits() {
        CountingRandom random = new CountingRandom();

        String code = OneTimeCode.generate(random);

        assertThat(random.bits).isGreaterThanOrEqualTo(64);
        assertThat(code.replace("-", "").length() * 5.0)
                .as("no bit that was drawn is lost: 32 letters hold five bits each")
                .isGreaterThanOrEqualTo(random.bits);
    }

    @Test
    void isAnotherOneEachTime() {
        Random random = new Random(7);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(OneTimeCode.generate(random));
        }
        assertThat(codes).hasSize(10_000);
    }
}
