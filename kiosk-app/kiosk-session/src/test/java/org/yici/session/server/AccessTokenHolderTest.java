package org.yici.session.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;
import org.yici.ipc.AgentMessage;

class AccessTokenHolderTest {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-02T08:00:00Z"));
    private final AccessTokenHolder passes = new AccessTokenHolder(time);

    private void holdFor(long seconds) {
        passes.hold(Optional.of(new AgentMessage.Pass("a.b.c", time.now().plusSeconds(seconds))));
    }

    @Test
    void hasNoneAtFirst() {
        assertThat(passes.pass()).isEmpty();
        assertThat(passes.lasts(Duration.ZERO)).isFalse();
    }

    @Test
    void lastsUntilItsEnd() {
        holdFor(31);
        assertThat(passes.lasts(MARGIN)).isTrue();
        time.advance(Duration.ofSeconds(1));
        assertThat(passes.lasts(MARGIN)).isFalse();
        assertThat(passes.pass()).hasValue("a.b.c");
        time.advance(MARGIN);
        assertThat(passes.pass()).isEmpty();
    }

    @Test
    void isNotTakenAwayByNone() {
        holdFor(900);
        passes.hold(Optional.empty());
        assertThat(passes.pass()).hasValue("a.b.c");
    }
}
