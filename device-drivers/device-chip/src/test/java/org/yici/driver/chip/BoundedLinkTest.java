package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.base.ManualTime;

class BoundedLinkTest {
    private static final CommandAPDU READ = new CommandAPDU(0x00, 0xB0, 0, 0, 256);

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final EndlessCard card = new EndlessCard();
    private final BoundedLink link = new BoundedLink(card, time, Duration.ofSeconds(1), wanted::get);

    private String refusal() {
        return catchThrowableOfType(CardRefusal.class, () -> link.transmit(READ))
                .nativeCode();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x21, 0x24, 0x25, 0x2C, 0x2D})
    void sendsNothingThatACardCounts(int instruction) {
        CommandAPDU command = new CommandAPDU(0x00, instruction, 0x00, 0x03, new byte[3]);
        assertThatThrownBy(() -> link.transmit(command)).isInstanceOf(IllegalArgumentException.class);
        assertThat(card.commands()).isZero();
    }

    @Test
    void endsAfterItsTime() throws CardRefusal {
        time.advance(Duration.ofSeconds(1));
        link.transmit(READ);
        time.advance(Duration.ofNanos(1));
        assertThat(refusal()).isEqualTo("deadline");
        assertThat(card.commands()).isEqualTo(1);
    }

    @Test
    void endsAfterItsCommands() throws CardRefusal {
        for (int i = 0; i < BoundedLink.MOST_COMMANDS; i++) {
            link.transmit(READ);
        }
        assertThat(refusal()).isEqualTo("commands");
        assertThat(card.commands()).isEqualTo(BoundedLink.MOST_COMMANDS);
    }

    @Test
    void endsWhenNobodyWantsIt() {
        wanted.set(false);
        assertThat(refusal()).isEqualTo("cancelled");
        assertThat(link.isBroken()).isFalse();
    }

    @Test
    void isBrokenByACardThatIsPulledWhateverIsThrown() {
        card.pull();
        assertThat(refusal()).isEqualTo("IllegalArgumentException");
        assertThat(link.isBroken()).isTrue();
    }
}
