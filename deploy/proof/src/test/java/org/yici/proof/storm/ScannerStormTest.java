package org.yici.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.yici.base.Time;
import org.yici.bench.scanner.HeldCode;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.scanner.ScannerProtocol;
import org.yici.device.BarcodeReader;
import org.yici.device.CodeEvent;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/** A scanner that vanishes and comes back at any moment: the code that is held is read, whole, and no other. */
@Isolated
class ScannerStormTest {
    @TempDir
    Path folder;

    @Test
    void readsTheRightCodeAfterEveryPull() throws Exception {
        Storm storm = new Storm("scanner");
        List<String> read = new CopyOnWriteArrayList<>();
        Storm.Held before = Storm.Held.now();
        try (ScannerFarEnd farEnd = new ScannerFarEnd(
                folder.resolve("scanner"), Optional.empty(), ScannerProtocol.ZEBRA_SSI, true, () -> {})) {
            farEnd.plug();
            BarcodeReader driver = start(farEnd);
            driver.read(event -> {
                if (event instanceof CodeEvent.CodeRead code) {
                    read.add(code.code().reveal().text());
                }
            });
            for (int round = 0; round < Storm.ROUNDS; round++) {
                String text = "code of round " + round + " " + "7".repeat(1500);
                farEnd.scanner().hold(new HeldCode(text.getBytes(StandardCharsets.UTF_8)));
                storm.moment(Duration.ofMillis(700));
                farEnd.unplug();
                storm.moment(Duration.ofMillis(300));
                read.clear();
                farEnd.plug();
                await("a read in round " + round).atMost(Storm.PATIENCE).until(() -> read.contains(text));
                assertThat(read).as("round %d", round).containsOnly(text);
                farEnd.scanner().take();
            }
            driver.close();
        }
        before.assertNoMoreThan(4);
    }

    private static BarcodeReader start(ScannerFarEnd farEnd) {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("code-scanner"),
                DeviceKind.BARCODE_READER,
                "scanner",
                Map.of("port", farEnd.link().toString(), "protocol", "zebra-ssi", "baud", "115200"));
        return (BarcodeReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
    }
}
