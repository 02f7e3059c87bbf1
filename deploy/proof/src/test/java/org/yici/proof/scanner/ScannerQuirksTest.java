package org.yici.proof.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.Time;
import org.yici.bench.scanner.HeldCode;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.scanner.ScannerProtocol;
import org.yici.bench.scanner.ScannerQuirk;
import org.yici.device.BarcodeReader;
import org.yici.device.CodeEvent;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceStatus;
import org.yici.device.DriverProvider;
import org.yici.proof.page.ProofPage;

/** Each switch of the bench's scanner with each protocol: the page's table is what is expected. */
@Execution(ExecutionMode.CONCURRENT)
class ScannerQuirksTest {
    private static final ProofPage PAGE = new ProofPage("odd-scanners.md");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String READ = "read";
    private static final String NOTHING = "nothing";

    @TempDir
    Path folder;

    private static String expected(ScannerQuirk quirk, ScannerProtocol protocol) {
        return switch (quirk) {
            case MUTE -> protocol == ScannerProtocol.ZEBRA_SSI ? "`no-answer`" : NOTHING;
            case REFUSES ->
                switch (protocol) {
                    case NEWLAND, ZEBRA_SSI -> "`command-refused`";
                    case HONEYWELL -> NOTHING;
                    case PLAIN -> READ;
                };
            case DEAD_TRIGGER -> protocol == ScannerProtocol.PLAIN ? READ : NOTHING;
            default -> READ;
        };
    }

    @ParameterizedTest
    @EnumSource(ScannerQuirk.class)
    void saysWhatItMeetsAndReadsTheNextCode(ScannerQuirk quirk) throws IOException {
        List<String> row = new ArrayList<>(List.of("`" + quirk.switchName() + "`"));
        for (ScannerProtocol protocol : ScannerProtocol.values()) {
            row.add(met(quirk, protocol));
        }
        PAGE.assertRow("What the driver says", row.toArray(String[]::new));
    }

    private String met(ScannerQuirk quirk, ScannerProtocol protocol) throws IOException {
        Path link = folder.resolve(protocol.name());
        List<String> told = new CopyOnWriteArrayList<>();
        String expected = expected(quirk, protocol);
        try (ScannerFarEnd farEnd = new ScannerFarEnd(link, Optional.empty(), protocol, false, () -> {})) {
            farEnd.plug();
            farEnd.scanner().set(quirk, true);
            try (BarcodeReader driver = start(link, protocol)) {
                driver.read(event -> told.add(
                        event instanceof CodeEvent.CodeRead code
                                ? code.code().reveal().text()
                                : event.toString()));
                if (expected.startsWith("`")) {
                    await(expected).atMost(PATIENCE).until(() -> faults(driver).equals(expected));
                } else {
                    await("looking").atMost(PATIENCE).until(() -> ((DeviceStatus.OfBarcodeReader) driver.status())
                            .scanning());
                }
                hold(farEnd, "met");
                if (expected.equals(READ)) {
                    await("the code").atMost(PATIENCE).until(() -> !told.isEmpty());
                }
                farEnd.scanner().take();
                farEnd.scanner().set(quirk, false);
                hold(farEnd, "next");
                await("the next code").atMost(PATIENCE).until(() -> told.contains("next"));
                assertThat(told)
                        .as("%s with %s", quirk, protocol)
                        .isEqualTo(expected.equals(READ) ? List.of("met", "next") : List.of("next"));
                await("in order").atMost(PATIENCE).until(() -> faults(driver).isEmpty());
            }
        }
        return expected;
    }

    private static void hold(ScannerFarEnd farEnd, String text) {
        farEnd.scanner().hold(new HeldCode(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String faults(BarcodeReader driver) {
        return driver.status().faults().stream()
                .map(DeviceFault::name)
                .map(name -> "`" + name + "`")
                .findFirst()
                .orElse("");
    }

    private static BarcodeReader start(Path link, ScannerProtocol protocol) {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("code-scanner"),
                DeviceKind.BARCODE_READER,
                "scanner",
                Map.of(
                        "port", link.toString(),
                        "protocol", protocol.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return (BarcodeReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
    }

    @Test
    void noSwitchIsMissingOnThePage() {
        PAGE.assertNumberOfRows("What the driver says", ScannerQuirk.values().length);
    }
}
