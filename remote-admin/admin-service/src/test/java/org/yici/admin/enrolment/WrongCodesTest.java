package org.yici.admin.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.throttle.RateLimits;
import org.yici.base.ManualTime;
import org.yici.contract.https.ProblemCode;

class WrongCodesTest {
    private static final RequestRefused WRONG = new RequestRefused(ProblemCode.ENROLMENT_REFUSED, "unknown");

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));

    private WrongCodes codes(Duration delay) {
        return new WrongCodes(new RateLimits(time, 3, Duration.ofMinutes(1)), delay);
    }

    private static RefusalKind kind(CompletableFuture<?> answer) {
        try {
            answer.orTimeout(10, TimeUnit.SECONDS).join();
            throw new AssertionError("not refused");
        } catch (CompletionException e) {
            return ((RequestRefused) Objects.requireNonNull(e.getCause()))
                    .kind()
                    .orElseThrow();
        }
    }

    @Test
    void holdsAnswersBackWithoutHoldingWhoAsks() {
        try (WrongCodes codes = codes(Duration.ofHours(1))) {
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            for (int i = 0; i < WrongCodes.MOST_HELD_BACK; i++) {
                answers.add(codes.refuse(WRONG, "127.0.0.1"));
            }
            assertThat(answers).noneMatch(CompletableFuture::isDone);

            CompletableFuture<Void> beyond = codes.refuse(WRONG, "127.0.0.2");

            assertThat(beyond).as("there is no room to hold one more back").isCompletedExceptionally();
        }
    }

    @Test
    void answersInTheEnd() {
        try (WrongCodes codes = codes(Duration.ofMillis(1))) {
            assertThatThrownBy(() -> codes.refuse(WRONG, "127.0.0.1").get(10, TimeUnit.SECONDS))
                    .hasCause(WRONG);
        }
    }

    @Test
    void tellsAnAddressThatSendsTooManyAndNoOther() {
        try (WrongCodes codes = codes(Duration.ofMillis(1))) {
            for (int i = 0; i < 3; i++) {
                assertThat(kind(codes.refuse(WRONG, "10.0.0.1"))).isEqualTo(RefusalKind.ENROLMENT_REFUSED);
            }
            assertThat(kind(codes.refuse(WRONG, "10.0.0.1"))).isEqualTo(RefusalKind.ENROLMENT_TOO_MANY);
            assertThat(kind(codes.refuse(WRONG, "10.0.0.2"))).isEqualTo(RefusalKind.ENROLMENT_REFUSED);

            time.advance(Duration.ofMinutes(1));

            assertThat(kind(codes.refuse(WRONG, "10.0.0.1"))).isEqualTo(RefusalKind.ENROLMENT_REFUSED);
        }
    }
}
