package org.yici.agent.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yici.base.ErrorCode;
import org.yici.base.ManualTime;
import org.yici.contract.https.PassAnswer;

class AccessTokenRenewerTest {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
    private final ManualTime centre = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
    private final List<Instant> told = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private boolean reachable = true;
    private @Nullable IOException refusal;
    private int fetched;
    private final AccessTokenRenewer keeper = new AccessTokenRenewer(
            this::fetch,
            time,
            Runnable::run,
            Runnable::run,
            new SplittableRandom(7),
            told::add,
            changes::incrementAndGet);

    private GrantedAccessToken fetch() throws IOException {
        fetched++;
        if (refusal != null) {
            throw refusal;
        }
        if (!reachable) {
            throw new IOException("nobody there");
        }
        return new GrantedAccessToken(
                new PassAnswer("pass-" + fetched, centre.now().plus(LIFE)), centre.now());
    }

    private void pass(Duration duration, Duration step) {
        for (Duration gone = Duration.ZERO; gone.compareTo(duration) < 0; gone = gone.plus(step)) {
            time.advance(step);
            centre.advance(step);
            keeper.tick();
        }
    }

    @Test
    void renewsWhenAThirdOfTheLifeIsLeft() {
        keeper.tick();
        assertThat(keeper.current().orElseThrow().pass()).isEqualTo("pass-1");
        pass(Duration.ofMinutes(10).minusSeconds(1), Duration.ofSeconds(1));
        assertThat(fetched).isEqualTo(1);
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(keeper.current().orElseThrow().pass()).isEqualTo("pass-2");
        assertThat(changes).hasValue(2);
    }

    @Test
    void triesAgainWithGrowingWaitsAndTellsWhenThePassHasEnded() {
        keeper.tick();
        reachable = false;
        pass(Duration.ofMinutes(14), Duration.ofSeconds(1));
        assertThat(keeper.current()).isPresent();
        int tries = fetched - 1;
        assertThat(tries).isBetween(5, 15);
        pass(Duration.ofMinutes(2), Duration.ofSeconds(1));
        assertThat(keeper.current()).isEmpty();
        assertThat(changes).hasValue(2);
        reachable = true;
        pass(Duration.ofSeconds(61), Duration.ofSeconds(1));
        assertThat(keeper.current()).isPresent();
        assertThat(changes).hasValue(3);
    }

    @Test
    void asksAtOnceWhenASessionWaitsButNotMoreThanEveryTwoSeconds() {
        reachable = false;
        keeper.tick();
        pass(Duration.ofSeconds(120), Duration.ofSeconds(1));
        time.advance(Duration.ofSeconds(3));
        int before = fetched;
        keeper.wanted();
        assertThat(fetched).isEqualTo(before + 1);
        keeper.wanted();
        assertThat(fetched).isEqualTo(before + 1);
    }

    @Test
    void aPassLastsForItsLifeWhateverTheTerminalsClockSays() {
        keeper.tick();
        for (String year : List.of("1970", "2026", "2099")) {
            time.setWallClock(Instant.parse(year + "-01-01T00:00:00Z"));
            keeper.tick();
            assertThat(keeper.current()).as(year).isPresent();
        }
        pass(Duration.ofMinutes(10), Duration.ofSeconds(1));
        assertThat(fetched).isEqualTo(2);
        reachable = false;
        pass(LIFE.minusSeconds(1), Duration.ofSeconds(1));
        assertThat(keeper.current()).isPresent();
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(keeper.current()).isEmpty();
    }

    @Test
    void tellsWhenTheServicesCertificateDoesNotHold() {
        refusal = new SSLHandshakeException("PKIX path validation failed");
        refusal.initCause(new CertificateExpiredException());
        keeper.tick();
        assertThat(keeper.trouble()).hasValue(ErrorCode.SERVER_UNPROVEN);
        assertThat(changes).hasValue(1);
        refusal = null;
        pass(Duration.ofSeconds(2), Duration.ofSeconds(1));
        assertThat(keeper.trouble()).isEmpty();
        assertThat(keeper.current()).isPresent();
    }

    @Test
    void handsOnWhatTimeItIsAtTheCentre() {
        time.setWallClock(Instant.EPOCH);
        keeper.tick();
        assertThat(told).containsExactly(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @Test
    void doesNotAskForEverBecauseAPassIsShort() {
        centre.setWallClock(Instant.parse("2026-11-22T08:00:00Z"));
        Duration none = Duration.ZERO;
        AccessTokenRenewer hasty = new AccessTokenRenewer(
                () -> {
                    fetched++;
                    return new GrantedAccessToken(
                            new PassAnswer("short", centre.now().plus(none)), centre.now());
                },
                time,
                Runnable::run,
                Runnable::run,
                new SplittableRandom(7),
                told::add,
                changes::incrementAndGet);
        hasty.tick();
        time.advance(Duration.ofSeconds(29));
        hasty.tick();
        assertThat(hasty.current()).isEmpty();
        assertThat(fetched).isEqualTo(1);
    }

    @Test
    void aFetchThatNeverComesBackIsGivenUpAndTriedAgain() {
        List<Runnable> hanging = new ArrayList<>();
        AccessTokenRenewer waiting = new AccessTokenRenewer(
                this::fetch,
                time,
                Runnable::run,
                hanging::add,
                new SplittableRandom(7),
                told::add,
                changes::incrementAndGet);
        waiting.tick();
        assertThat(hanging).hasSize(1);
        time.advance(Duration.ofSeconds(44));
        waiting.tick();
        waiting.wanted();
        assertThat(hanging).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        waiting.tick();
        time.advance(Duration.ofSeconds(2));
        waiting.tick();
        assertThat(hanging).hasSize(2);
        hanging.get(0).run();
        assertThat(waiting.current()).isEmpty();
        hanging.get(1).run();
        assertThat(waiting.current()).isPresent();
    }

    @Test
    void aWorkerThatDiesIsNoticedAndTheFetchTriedAgain() {
        List<Error> thrown = new ArrayList<>(List.of(new NoClassDefFoundError("a class that is not there")));
        AccessTokenRenewer waiting = new AccessTokenRenewer(
                () -> {
                    if (!thrown.isEmpty()) {
                        throw thrown.remove(0);
                    }
                    return fetch();
                },
                time,
                Runnable::run,
                Runnable::run,
                new SplittableRandom(7),
                told::add,
                changes::incrementAndGet);
        waiting.tick();
        assertThat(waiting.current()).isEmpty();
        time.advance(Duration.ofSeconds(2));
        waiting.tick();
        assertThat(waiting.current()).isPresent();
    }
}
