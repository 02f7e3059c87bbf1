package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.sdt.ReaderQuirk;

/** Devices of the bench that try themselves out, as scripts see it. */
class SelfTestCommandTest extends AtTheBench {
    @Test
    void triesOutAllThatIsConfigured() throws Exception {
        Path config = Files.writeString(
                folder.resolve("session.yaml"),
                """
                devices:
                  - id: reader
                    kind: IDENTITY_READER
                    driver: sdt
                    settings: {port: %s}
                  - id: printer
                    kind: DOCUMENT_PRINTER
                    driver: ipp
                    settings: {uri: "%s"}
                """
                        .formatted(bench.port(), bench.printerUri()));
        Ran well = run("self-test", "--config", config.toString());
        assertThat(well.exit()).as(well.words()).isZero();
        assertThat(bench.printer().tray().sheets()).hasSize(1);
        bench.reader().reader().set(ReaderQuirk.SAM_FAILED, true);
        Ran failed = run("self-test", "--config", config.toString());
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.words()).contains("safe-module-failed");
    }

    @Test
    void letsAChipCardReaderSayWhatIsInIt() throws Exception {
        try (ChipBench chip = new ChipBench()) {
            chip.insert("lin-zhixia");
            Ran well = run("self-test", "--chip-reader", "first");
            assertThat(well.exit()).as(well.words()).isZero();
            assertThat(well.words()).contains("reader: " + ChipFarEnd.READER, "slot: card in it");
            chip.farEnd().killService();
            Ran failed = run("self-test", "--chip-reader", "first");
            assertThat(failed.exit()).isEqualTo(1);
            assertThat(failed.words()).contains("service-gone");
        }
    }
}
