package org.yici.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;

class LoginSessionTest {
    private static final LoginSessions.Limits LIMITS =
            new LoginSessions.Limits(Duration.ofMinutes(30), Duration.ofHours(12));

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));
    private final List<String> happened = new ArrayList<>();
    private final LoginSession session = new LoginSession("周管理", 1, () -> happened.add("invalidated"), time);

    @Test
    void isOverWhenThePersonDidNothingForHalfAnHour() {
        time.advance(Duration.ofMinutes(29));
        session.seen();
        time.advance(Duration.ofMinutes(29));
        assertThat(session.isOver(LIMITS)).isFalse();
        time.advance(Duration.ofMinutes(1));
        assertThat(session.isOver(LIMITS)).isTrue();
    }

    @Test
    void isOverAfterTwelveHoursWhateverThePersonDoes() {
        for (int i = 0; i < 12 * 4 - 1; i++) {
            time.advance(Duration.ofMinutes(15));
            session.seen();
            assertThat(session.isOver(LIMITS)).isFalse();
        }
        time.advance(Duration.ofMinutes(15));
        session.seen();
        assertThat(session.isOver(LIMITS)).isTrue();
    }

    @Test
    void endsItsStreamsWithItselfAndThoseThatComeTooLateAtOnce() {
        session.add(() -> happened.add("stream"));
        Runnable gone = () -> happened.add("stream that ended before");
        session.add(gone);
        session.remove(gone);

        session.end();
        session.add(() -> happened.add("late stream"));

        assertThat(happened).containsExactly("invalidated", "stream", "late stream");
        assertThat(session.isOver(LIMITS)).isTrue();
    }
}
