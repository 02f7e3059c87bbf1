package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentOutcome.Reason;

class TravelRequestsTest {
    private static final TravelDocumentKey KEY =
            new TravelDocumentKey("L898902C3", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));

    /** No card is ever talked with. */
    private static final CardTask.Conversation<TravelDocumentOutcome> NOBODY = link -> {
        throw new AssertionError("no card");
    };

    @ParameterizedTest
    @CsvSource({"8010000C, NO_DOCUMENT, ''", "80100069, UNREADABLE, 80100069"})
    void saysWhyTheServiceGaveNoCard(String code, Reason reason, String nativeCode) {
        PcscService refuses = () -> {
            throw PcscTrouble.of(new JnaPCSCException(Long.parseLong(code, 16), "refused"));
        };
        TravelRequests requests = new TravelRequests(
                key -> new CardTask<>(refuses, "reader", Time.system(), Duration.ofMinutes(1), NOBODY, () -> {}));
        CompletableFuture<TravelDocumentOutcome> answer = requests.add(Personal.of(KEY));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            requests.look(true, true);
            return answer.isDone();
        });
        assertThat(answer.join()).isEqualTo(new TravelDocumentOutcome.Refused(reason, nativeCode));
    }
}
