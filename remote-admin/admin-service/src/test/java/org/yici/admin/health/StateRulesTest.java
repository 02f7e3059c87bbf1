package org.yici.admin.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.Health;
import org.yici.contract.message.Stamp;

class StateRulesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Health.Condition CONDITION = new Health.Condition(List.of(), "idle", 0);
    private static final int WATCH = 3;

    private static Instant second(int number) {
        return START.plusSeconds(number);
    }

    private static TerminalState born(long connection, int second) {
        Birth birth =
                new Birth(1, "demo-0001", new Stamp(connection, 0), second(second), 30, "0.1.0", "abc", CONDITION);
        return StateRules.afterBirth(Optional.empty(), birth, WATCH, second(second))
                .orElseThrow();
    }

    private static Optional<TerminalState> health(TerminalState before, long connection, long sequence, int second) {
        Health health = new Health(1, "demo-0001", new Stamp(connection, sequence), second(second), CONDITION);
        return StateRules.afterHealth(Optional.of(before), health, WATCH, second(second));
    }

    private static Optional<TerminalState> death(TerminalState before, long connection, boolean clean, int second) {
        return StateRules.afterDeath(
                Optional.of(before), new Death(1, "demo-0001", connection, clean), WATCH, second(second));
    }

    @Test
    void isOnlineSinceTheBirthOfItsConnection() {
        TerminalState state = health(born(5, 0), 5, 1, 60).orElseThrow();

        assertThat(state.online()).isTrue();
        assertThat(state.since()).isEqualTo(second(0));
        assertThat(state.heardAt()).isEqualTo(second(60));
        assertThat(state.software()).contains("0.1.0");
    }

    @Test
    void letsTheLastWriterWin() {
        TerminalState state = health(born(5, 0), 5, 8, 1).orElseThrow();

        assertThat(health(state, 5, 7, 2)).isEmpty();
        assertThat(health(state, 5, 8, 2)).isEmpty();
        assertThat(health(state, 4, 99, 2)).isEmpty();
        assertThat(health(state, 6, 0, 2)).isPresent();
    }

    @Test
    void isOfflineAtOnceOnACleanStop() {
        TerminalState state = death(born(5, 0), 5, true, 40).orElseThrow();

        assertThat(state.online()).isFalse();
        assertThat(state.clean()).isTrue();
        assertThat(state.since()).isEqualTo(second(40));
        assertThat(state.condition()).contains(CONDITION);
    }

    @Test
    void doesNotTakeATakeoverForADeath() {
        TerminalState second = health(born(5, 0), 6, 0, 10).orElseThrow();

        assertThat(death(second, 5, false, 11))
                .as("the will of the former connection")
                .isEmpty();
    }

    @Test
    void letsNothingOfADeadConnectionReviveTheTerminal() {
        TerminalState dead = death(born(5, 0), 5, false, 10).orElseThrow();

        assertThat(health(dead, 5, 3, 11)).isEmpty();
        assertThat(death(dead, 5, true, 12)).isEmpty();
        assertThat(health(dead, 6, 0, 13).orElseThrow().since()).isEqualTo(second(13));
    }

    @Test
    void tellsWhenItWasHeardLastThoughTheBrokerTellsTheDeath() {
        TerminalState dead =
                death(health(born(5, 0), 5, 1, 20).orElseThrow(), 5, false, 65).orElseThrow();

        assertThat(dead.heardAt()).isEqualTo(second(20));
        assertThat(dead.since()).isEqualTo(second(65));
    }

    private static TerminalState bornAfter(TerminalState before, long connection, int second) {
        Birth birth =
                new Birth(1, "demo-0001", new Stamp(connection, 0), second(second), 30, "0.1.0", "abc", CONDITION);
        return StateRules.afterBirth(Optional.of(before), birth, WATCH, second(second))
                .orElseThrow();
    }

    @Test
    void aConnectionFromNowhereSilencesNobody() {
        TerminalState ahead = born(Long.MAX_VALUE, 0);
        TerminalState ended = death(ahead, Long.MAX_VALUE, false, 1).orElseThrow();
        long now = START.toEpochMilli();

        assertThat(bornAfter(ahead, now, 2).stamp()).isEqualTo(new Stamp(now, 0));
        assertThat(bornAfter(ended, now, 2).online()).isTrue();
        assertThat(health(ended, now, 7, 60).orElseThrow().online())
                .as("its birth was not heard")
                .isTrue();
    }

    /** The clock was in 2030 for a while: the terminal's numbers go on from there when it is right again. */
    @Test
    void aTerminalWhoseClockRanAheadIsFollowedThenAndAfterwards() {
        long of2030 = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();
        TerminalState wrong = born(of2030, 0);
        TerminalState speaking = health(wrong, of2030, 1, 60).orElseThrow();
        TerminalState again = bornAfter(death(speaking, of2030, true, 70).orElseThrow(), of2030 + 1, 80);

        assertThat(health(again, of2030 + 1, 1, 140).orElseThrow().online()).isTrue();
        assertThat(health(again, of2030 + 1, 0, 140)).as("a repeat").isEmpty();
        assertThat(death(again, of2030, false, 81))
                .as("the will of the former connection")
                .isEmpty();
        assertThat(bornAfter(again, START.toEpochMilli() + 90_000, 90).online())
                .as("with a fresh store")
                .isTrue();
    }

    @Test
    void aNumberThatIsNearlyRightIsAheadForMinutesOnly() {
        long now = START.toEpochMilli();
        TerminalState ahead = born(now + Duration.ofMinutes(9).toMillis(), 0);

        assertThat(health(ahead, now, 1, 1)).isEmpty();
        assertThat(StateRules.isAhead(now + Duration.ofMinutes(9).toMillis(), START))
                .isFalse();
        assertThat(StateRules.isAhead(now + Duration.ofMinutes(11).toMillis(), START))
                .isTrue();
    }

    @Test
    void isUnknownWhenTheWatchInWhichItWasHeardIsOver() {
        Optional<TerminalState> state = Optional.of(born(5, 0));

        assertThat(Presence.of(state, Set.of(WATCH))).isEqualTo(Presence.ONLINE);
        assertThat(Presence.of(state, Set.of(WATCH + 1))).isEqualTo(Presence.UNKNOWN);
        assertThat(Presence.of(Optional.empty(), Set.of(WATCH))).isEqualTo(Presence.UNKNOWN);
    }
}
