package org.yici.bench.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeldCodeTest {
    @Test
    void showsTextOfEitherEncoding() {
        assertThat(new HeldCode("办事码".getBytes(StandardCharsets.UTF_8)).preview())
                .isEqualTo("办事码");
        assertThat(new HeldCode("办事码".getBytes(Charset.forName("GB18030"))).preview())
                .isEqualTo("办事码");
    }

    @Test
    void showsControlCharactersAsPictures() {
        assertThat(new HeldCode(new byte[] {'A', 0, '\r', 0x1B, 0x7F}).preview())
                .isEqualTo("A␀␍␛␡");
        assertThat(new HeldCode("\u0085".getBytes(StandardCharsets.UTF_8)).preview())
                .isEqualTo("\uFFFD");
    }

    @Test
    void showsTheBeginningOfALongCode() {
        assertThat(new HeldCode("𠮷".repeat(61).getBytes(StandardCharsets.UTF_8)).preview())
                .isEqualTo("𠮷".repeat(60) + "…");
        assertThat(new HeldCode("𠮷".repeat(60).getBytes(StandardCharsets.UTF_8)).preview())
                .isEqualTo("𠮷".repeat(60));
    }

    @Test
    void hasOneByteAtLeastAndSixteenThousandAtMost() {
        assertThatThrownBy(() -> new HeldCode(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThat(new HeldCode(new byte[HeldCode.LONGEST]).length()).isEqualTo(16_384);
        assertThatThrownBy(() -> new HeldCode(new byte[HeldCode.LONGEST + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsOwnBytes() {
        byte[] bytes = {'A'};
        HeldCode code = new HeldCode(bytes);
        bytes[0] = 'B';
        code.bytes()[0] = 'C';
        assertThat(code).isEqualTo(new HeldCode(new byte[] {'A'})).hasSameHashCodeAs(new HeldCode(new byte[] {'A'}));
        assertThat(code).hasToString("A (1 bytes)").isNotEqualTo(new HeldCode(new byte[] {'B'}));
    }
}
