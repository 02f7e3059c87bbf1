package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FaultFingerprintTest {
    private static RuntimeException here(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException there(String message) {
        return new IllegalStateException(message);
    }

    private static long of(Throwable fault) {
        return FaultFingerprint.of(fault);
    }

    @Test
    void equalFaultsHaveItInCommonWhateverTheirMessagesSay() {
        assertThat(of(here("林知夏"))).isEqualTo(of(here("000101198802290029")));
    }

    @Test
    void classPlaceAndCauseTellFaultsApart() {
        assertThat(of(here("a"))).isNotEqualTo(of(there("a")));
        assertThat(of(new IllegalStateException())).isNotEqualTo(of(new IllegalArgumentException()));
        assertThat(of(new UncheckedIOException(new IOException())))
                .isNotEqualTo(of(new UncheckedIOException(new java.io.EOFException())));
    }

    @Test
    void hasSevenDigitsAtMostAndBearsACircleOfCauses() {
        RuntimeException one = new IllegalStateException();
        RuntimeException other = new IllegalStateException(one);
        one.initCause(other);
        assertThat(of(one)).isBetween(0L, 9_999_999L);
    }
}
