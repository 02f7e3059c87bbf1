package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;
import org.yici.device.DeviceFault;

/** A card that another program holds. */
class CardSlotTest {
    private static final int SHARING_VIOLATION = 0x8010000B;
    private static final PcscService HELD = () -> {
        throw PcscTrouble.of(new JnaPCSCException(SHARING_VIOLATION, "held"));
    };

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Semaphore ended = new Semaphore(0);
    private final CardSlot slot = new CardSlot(
            HELD,
            time,
            Duration.ofSeconds(10),
            event -> {
                throw new AssertionError("told " + event);
            },
            ended::release);

    @BeforeEach
    void metAHeldCard() throws InterruptedException {
        slot.found("a reader");
        slot.look(true);
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        assertThat(ended.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        slot.look(true);
        assertThat(slot.fault()).map(DeviceFault::name).contains("card-busy");
        assertThat(slot.isTalking()).isFalse();
    }

    @Test
    void isTriedAgainAfterAPause() throws InterruptedException {
        time.advance(Duration.ofMillis(199));
        slot.look(true);
        assertThat(slot.isTalking()).isFalse();
        time.advance(Duration.ofMillis(1));
        slot.look(true);
        assertThat(slot.isTalking()).isTrue();
        awaitEnd();
    }

    @Test
    void leavesNoPauseToTheNextOne() {
        slot.look(false);
        assertThat(slot.fault()).isEmpty();
        slot.look(true);
        assertThat(slot.isTalking()).isTrue();
    }
}
