package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yici.base.Time;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.CardTask.Outcome;

class CardTaskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HeldCard card = new HeldCard();
    private final AtomicInteger changes = new AtomicInteger();

    private CardTask<String> started(CardTask.Conversation<String> conversation) {
        CardTask<String> task = new CardTask<>(
                card::service,
                HeldCard.READER,
                Time.system(),
                Duration.ofMinutes(1),
                conversation,
                changes::incrementAndGet);
        task.start();
        return task;
    }

    @Test
    void tellsWhatCameOfItBeforeTheCardIsLetGo() {
        CardTask<String> task = started(link -> "read");
        await().atMost(PATIENCE).until(() -> changes.get() == 1);
        assertThat(task.outcome()).contains(new Outcome.Done<>("read"));
        assertThat(task.ended()).isFalse();
        card.release();
        await().atMost(PATIENCE).until(() -> changes.get() == 2);
        assertThat(task.ended()).isTrue();
        assertThat(task.outcome()).contains(new Outcome.Done<>("read"));
    }

    @Test
    void tellsWhatTheCardRefusedAtOnceToo() {
        CardTask<String> task = started(link -> {
            throw new CardRefusal(Reason.UNSUPPORTED, "6A82");
        });
        await().atMost(PATIENCE).until(() -> changes.get() == 1);
        assertThat(task.outcome()).contains(new Outcome.Refused<>(Reason.UNSUPPORTED, "6A82"));
        assertThat(task.ended()).isFalse();
        card.release();
        await().atMost(PATIENCE).until(task::ended);
    }

    @Test
    void aFaultOfTheDriverIsAnOutcomeToo() {
        card.release();
        CardTask<String> task = started(link -> {
            throw new IllegalStateException("what a card said");
        });
        await().atMost(PATIENCE).until(task::ended);
        assertThat(task.outcome())
                .contains(new Outcome.Refused<>(Reason.UNREADABLE, "driver java.lang.IllegalStateException"));
    }
}
