package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How devices of the bench are, as scripts see it. */
class StatusTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void plugIn() throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void unplug() throws Exception {
        bench.close();
    }

    @Test
    void tellsHowDevicesAre() throws Exception {
        Ran well = run("status", "--reader", bench.port(), "--printer", bench.printerUri());
        assertThat(well.exit()).isZero();
        bench.reader().unplug();
        Ran gone = run("status", "--reader", bench.port());
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.last().path("faults").path(0).path("name").asString()).isEqualTo("port-gone");
    }
}
