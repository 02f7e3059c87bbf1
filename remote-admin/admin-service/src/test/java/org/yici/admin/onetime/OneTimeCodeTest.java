package org.yici.admin.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
    @Test
    void isReadAloudWithoutMistakes() {
        assertThat(OneTimeCode.generate(new Random(1)))
                .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(OneTimeCode.hash("1I0O-LLLL-2222")).isEqualTo(OneTimeCode.hash("1100 1111 2222"));
        assertThat(OneTimeCode.hash("1I0O-LLLL-2223")).isNotEqualTo(OneTimeCode.hash("1100 1111 2222"));
    }
}
