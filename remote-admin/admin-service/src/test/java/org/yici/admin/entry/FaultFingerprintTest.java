package org.yici.admin.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultFingerprintTest {
    private static RuntimeException caught(Runnable faulty) {
        try {
            faulty.run();
            throw new AssertionError("nothing was thrown");
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static int otherNumber(String text) {
        return Integer.parseInt(text);
    }

    @Test
    void isTheSameForTheSamePlaceWhateverWasSent() {
        List<String> fingerprints = Stream.of("林知夏", "000101198802290029")
                .map(text -> FaultFingerprint.of(caught(() -> number(text + "x"))))
                .toList();

        assertThat(fingerprints.get(0)).matches("[0-9a-f]{16}").isEqualTo(fingerprints.get(1));
    }

    @Test
    void tellsPlacesAndKindsApart() {
        assertThat(Stream.of(
                                caught(() -> number("x")),
                                caught(() -> otherNumber("x")),
                                new IllegalStateException(caught(() -> number("x"))))
                        .map(FaultFingerprint::of))
                .doesNotHaveDuplicates();
    }
}
