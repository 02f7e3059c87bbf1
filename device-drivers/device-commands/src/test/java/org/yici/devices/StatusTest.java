package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import org.junit.jupiter.api.Test;
import org.yici.bench.chip.ChipFarEnd;

/** How devices of the bench are, as scripts see it. */
class StatusTest extends AtTheBench {
    @Test
    void tellsHowDevicesAre() throws Exception {
        Ran well = run("status", "--reader", bench.port(), "--printer", bench.printerUri());
        assertThat(well.exit()).isZero();
        bench.reader().unplug();
        Ran gone = run("status", "--reader", bench.port());
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.last().path("faults").path(0).path("name").asString()).isEqualTo("port-gone");
    }

    @Test
    void tellsWhetherACardIsInAChipCardReader() throws Exception {
        try (ChipBench chip = new ChipBench()) {
            Ran empty = run("status", "--chip-reader", "first");
            assertThat(empty.exit()).as(empty.words()).isZero();
            assertThat(empty.last().path("device").asString()).isEqualTo("chip-card-reader");
            assertThat(empty.last().path("media").asString()).isEqualTo("not-present");
            assertThat(empty.last().path("reader").asString()).isEqualTo(ChipFarEnd.READER);
            chip.insert("lin-zhixia");
            Ran full = run("status", "--chip-reader", ChipFarEnd.READER, "--chip-reader", "");
            assertThat(full.exit()).as(full.words()).isZero();
            assertThat(full.objects())
                    .extracting(object -> object.path("device").asString())
                    .contains("chip-card-reader", "chip-card-reader-2");
            assertThat(full.last().path("media").asString()).isEqualTo("present");
            Ran none = run("status", "--chip-reader", "Another 00 00");
            assertThat(none.exit()).isEqualTo(1);
            assertThat(none.last().path("media").asString()).isEqualTo("unknown");
            assertThat(none.last().path("reader").asString()).isEmpty();
            assertThat(none.words()).contains("reader-gone");
        }
    }
}
