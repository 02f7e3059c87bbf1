package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import org.junit.jupiter.api.Test;

/** What is on this machine, as scripts see it. */
class ProbeTest {
    @Test
    void probesWithoutAskingAnybody() {
        Ran ran = run("probe");
        assertThat(ran.last().path("what").asString()).isEqualTo("configuration");
        assertThat(ran.last().path("yaml").asString()).startsWith("devices:");
        assertThat(ran.exit()).isEqualTo(ran.last().path("devices").asInt() > 0 ? 0 : 1);
    }
}
