package org.yici.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.ManualTime;

class FirstAccountCodeTest {
    @TempDir
    Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));

    private Path file() {
        return folder.resolve("run/yici/first-account-code");
    }

    private String written() throws IOException {
        return Files.readString(file()).strip();
    }

    @Test
    void isGoodForThirtyMinutesAndThenAnotherOneIs() throws IOException {
        FirstAccountCode code = new FirstAccountCode(file(), time);
        code.renew("http://page");
        String first = written();
        assertThat(code.matches(first)).isTrue();
        code.renew("http://page");
        assertThat(written()).as("a good code stays").isEqualTo(first);

        time.advance(Duration.ofMinutes(30));

        assertThat(code.matches(first)).isFalse();
        code.renew("http://page");
        assertThat(written()).isNotEqualTo(first);
        assertThat(code.matches(written())).isTrue();
        assertThat(code.matches(first)).isFalse();
    }

    @Test
    void isTakenHoweverItWasTyped() throws IOException {
        FirstAccountCode code = new FirstAccountCode(file(), time);
        code.renew("http://page");

        assertThat(code.matches(written().replace("-", " ").toLowerCase(Locale.ROOT)))
                .isTrue();
        assertThat(code.matches("")).isFalse();
    }

    @Test
    void isGoneFromTheDiskWhenItEnds() throws IOException {
        FirstAccountCode code = new FirstAccountCode(file(), time);
        code.renew("http://page");
        String written = written();

        code.end();

        assertThat(Files.exists(file())).isFalse();
        assertThat(code.matches(written)).isFalse();
    }

    @Test
    void staysGoodHoweverManyWrongOnesAreTried() throws IOException {
        FirstAccountCode code = new FirstAccountCode(file(), time);
        code.renew("http://page");
        for (int i = 0; i < 1000; i++) {
            assertThat(code.matches("AAAA-BBBB-CCCC-DDDD")).isFalse();
        }

        assertThat(code.matches(written())).isTrue();
    }
}
