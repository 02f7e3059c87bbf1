package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BasicsTest {
    @Test
    void aPersonalValueNeverPrintsItself() {
        assertThat(Personal.of("林知夏")).hasToString("personal");
        assertThat("" + Personal.of(new CitizenNumber("000101198802290029"))).doesNotContain("0001");
    }

    @Test
    void aClockBeforeTheFloorIsNotBelieved() {
        Instant floor = Instant.now().plus(Duration.ofDays(1));
        assertThat(Time.system(floor).now()).isEqualTo(floor);
        assertThat(Time.system(Instant.EPOCH).now()).isAfter(Build.time());
    }

    @Test
    void aWallClockThatJumpsDoesNotMoveTheMonotonicOne() {
        ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
        long start = time.nanos();
        time.setWallClock(Instant.EPOCH);
        time.advance(Duration.ofSeconds(3));
        assertThat(time.since(start)).isEqualTo(Duration.ofSeconds(3));
        assertThat(time.now()).isEqualTo(Instant.ofEpochSecond(3));
    }

    @Test
    void idsAreOfVersion7InOrderOfMillisecondsAndDoNotRepeat() {
        ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
        Uuid7 ids = new Uuid7(time, new Random(7));
        Set<UUID> seen = new HashSet<>();
        String last = "";
        for (int i = 0; i < 1000; i++) {
            UUID id = ids.next();
            assertThat(Uuid7.isVersion7(id)).isTrue();
            assertThat(seen.add(id)).isTrue();
            assertThat(id.toString()).isGreaterThan(last);
            last = id.toString();
            time.advance(Duration.ofMillis(1));
        }
    }

    @Test
    void terminalIdsAreShortPlainAndNotTheCentresOwn() {
        assertThat(new TerminalId("demo-0001")).hasToString("demo-0001");
        for (String bad : new String[] {"abc", "Demo-0001", "a/b/c", "service-1", "x".repeat(33), "demo_01"}) {
            assertThat(TerminalId.isValid(bad)).isFalse();
            assertThatThrownBy(() -> new TerminalId(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyErrorCodeIsUniqueAndSaysWhatToDo() {
        Set<String> codes = new HashSet<>();
        for (ErrorCode entry : ErrorCode.values()) {
            assertThat(codes.add(entry.code())).as(entry.name()).isTrue();
            assertThat(ErrorTexts.in(java.util.Locale.SIMPLIFIED_CHINESE).title(entry))
                    .endsWith("。");
            assertThat(ErrorTexts.in(java.util.Locale.SIMPLIFIED_CHINESE).remedy(entry))
                    .endsWith("。");
            assertThat(entry.english()).endsWith(".");
            assertThat(ErrorCode.of(entry.code())).contains(entry);
        }
    }
}
