package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.scanner.HeldCode;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.scanner.ScannerProtocol;

/** Codes before a scanner of the bench, as scripts see them. */
class ScanTest {
    @TempDir
    Path folder;

    private ScannerFarEnd scanner(ScannerProtocol protocol) throws IOException {
        ScannerFarEnd far = new ScannerFarEnd(folder.resolve("scanner"), Optional.empty(), protocol, false, () -> {});
        far.plug();
        return far;
    }

    @Test
    void scansWhatIsHeldBeforeTheScanner() throws Exception {
        try (ScannerFarEnd far = scanner(ScannerProtocol.ZEBRA_SSI)) {
            far.scanner().hold(new HeldCode("办事码 7".getBytes(StandardCharsets.UTF_8)));
            Ran ran = run("scan", "--port", far.link().toString(), "--protocol", "zebra-ssi");
            assertThat(ran.exit()).as(ran.words()).isZero();
            assertThat(ran.last().path("what").asString()).isEqualTo("code");
            assertThat(ran.last().path("text").asString()).isEqualTo("办事码 7");
            assertThat(ran.last().path("bytes").asInt()).isEqualTo(11);
            String both = far.link() + ",zebra-ssi";
            assertThat(run("self-test", "--scanner", both).exit()).isZero();
            assertThat(run("status", "--scanner", both).exit()).isZero();
        }
    }

    @Test
    void saysThatNoCodeWasSeen() throws Exception {
        try (ScannerFarEnd far = scanner(ScannerProtocol.NEWLAND)) {
            Ran ran = run("scan", "--port", far.link().toString(), "--protocol", "newland", "--timeout", "1");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.last().path("what").asString()).isEqualTo("timeout");
            assertThat(run("scan", "--port", "x", "--protocol", "usb").exit()).isEqualTo(2);
            assertThat(run("scan", "--port", "x", "--count", "0").exit()).isEqualTo(2);
        }
    }
}
