package org.yici.admin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.admin.certificate.CertificateBulkhead.Limits;
import org.yici.admin.platform.PlatformException;
import org.yici.admin.terminal.RequestRefused;
import org.yici.contract.https.ProblemCode;

class CertificateBulkheadTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService terminals = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void end() {
        answer.countDown();
        terminals.shutdownNow();
    }

    /** A platform that takes the request and does not answer until it is told to. */
    private String waitForAnswer() throws PlatformException {
        begun.countDown();
        try {
            answer.await();
            return "answered";
        } catch (InterruptedException e) {
            throw new PlatformException("interrupted", e);
        }
    }

    private static void assertBusy(CertificateBulkhead bulkhead) {
        assertThatThrownBy(() -> bulkhead.call(() -> "served"))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.PLATFORM_BUSY);
                    assertThat(refused.kind()).as("counted as a refusal").isEmpty();
                });
    }

    @Test
    void givesUpOnAPlatformThatDoesNotAnswerAndServesTheNext() throws Exception {
        try (CertificateBulkhead bulkhead = new CertificateBulkhead(new Limits(1, 1, LONG, Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> bulkhead.call(this::waitForAnswer)).isInstanceOf(PlatformException.class);

            assertThat(bulkhead.<String>call(() -> "served")).isEqualTo("served");
        }
    }

    @Test
    void tellsThatItIsBusyWhenTheTurnDoesNotCome() throws Exception {
        try (CertificateBulkhead bulkhead = new CertificateBulkhead(new Limits(1, 1, SHORT, LONG))) {
            Future<String> first = terminals.submit(() -> bulkhead.call(this::waitForAnswer));
            begun.await();

            assertBusy(bulkhead);

            answer.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("answered");
        }
    }

    @Test
    void tellsAtOnceThatItIsBusyWhenNobodyMoreMayWait() throws Exception {
        try (CertificateBulkhead bulkhead = new CertificateBulkhead(new Limits(1, 1, LONG, LONG))) {
            Future<String> first = terminals.submit(() -> bulkhead.call(this::waitForAnswer));
            begun.await();
            Future<?> waiting = terminals.submit(() -> bulkhead.call(() -> "served"));
            await().until(bulkhead::waiting, count -> count == 1);

            assertBusy(bulkhead);

            answer.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("answered");
            assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("served");
        }
    }

    @Test
    void throwsOnWhatTheWorkThrows() {
        try (CertificateBulkhead bulkhead = new CertificateBulkhead(Limits.DEFAULT)) {
            RequestRefused refused = new RequestRefused(ProblemCode.NOT_AVAILABLE, "nothing");
            assertThatThrownBy(() -> bulkhead.call(() -> {
                        throw refused;
                    }))
                    .isSameAs(refused);
            PlatformException failed = new PlatformException("failed", new IllegalStateException());
            assertThatThrownBy(() -> bulkhead.call(() -> {
                        throw failed;
                    }))
                    .isSameAs(failed);
        }
    }
}
