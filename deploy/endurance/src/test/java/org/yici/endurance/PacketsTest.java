package org.yici.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.endurance.wire.TlsAim.Passed;

/** The sizes that were seen with an agent (Java) and Mosquitto (OpenSSL). */
class PacketsTest {
    @Test
    void knowsAnEntrysFourPackets() {
        List<Passed> mosquitto =
                List.of(new Passed(true, 642), new Passed(false, 4), new Passed(false, 135), new Passed(true, 20));
        assertThat(Packets.areKnown(mosquitto, 580)).isTrue();
    }

    @Test
    void doesNotTakeAPingForAnAcknowledgement() {
        assertThat(Packets.isPubAck(new Passed(false, 2))).isFalse();
        assertThat(Packets.isPubAck(new Passed(false, 18))).isFalse();
        assertThat(Packets.isPubAck(new Passed(false, 4))).isTrue();
        assertThat(Packets.isPubAck(new Passed(true, 20))).isFalse();
    }

    @Test
    void saysWhenPacketsCannotBeToldApart() {
        assertThat(Packets.areKnown(List.of(new Passed(true, 642), new Passed(false, 171), new Passed(true, 20)), 580))
                .isFalse();
        assertThat(Packets.areKnown(List.of(), 580)).isFalse();
    }
}
