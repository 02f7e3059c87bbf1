package org.yici.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Time;
import org.yici.device.BarcodeReader;
import org.yici.device.CodeEvent;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.SelfTesting;
import org.yici.driver.scanner.ScannerConfig.Protocol;

/** Scanners that do not answer, refuse, lose interest, or send damaged packets. */
class SerialScannerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private @Nullable FarScanner far;
    private @Nullable BarcodeReader driver;
    private final List<String> told = new CopyOnWriteArrayList<>();

    private FarScanner plugIn(Protocol protocol) {
        FarScanner plugged = new FarScanner(folder.resolve("scanner"), protocol);
        plugged.plugIn();
        far = plugged;
        return plugged;
    }

    private BarcodeReader start(Protocol protocol) {
        DeviceConfig config = config(
                Map.of("port", folder.resolve("scanner").toString(), "protocol", protocol.word(), "baud", "115200"));
        BarcodeReader started = (BarcodeReader) new ScannerDriver().start(config, Time.system());
        driver = started;
        return started;
    }

    private static DeviceConfig config(Map<String, String> settings) {
        return new DeviceConfig(new DeviceId("code-scanner"), DeviceKind.BARCODE_READER, "scanner", settings);
    }

    @AfterEach
    void stop() {
        if (driver != null) {
            driver.close();
        }
        if (far != null) {
            far.close();
        }
    }

    private void read(BarcodeReader scanner) {
        scanner.read(event -> told.add(
                event instanceof CodeEvent.CodeRead code ? code.code().reveal().text() : event.toString()));
    }

    private static void awaitFault(BarcodeReader scanner, DeviceState state, String fault) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(scanner.status().state()).isEqualTo(state);
            assertThat(scanner.status().faults()).extracting(DeviceFault::name).containsExactly(fault);
        });
    }

    @Test
    void showsAScannerThatDoesNotAnswerWhereScannersDo() {
        FarScanner scanner = plugIn(Protocol.ZEBRA_SSI);
        scanner.mute(true);
        BarcodeReader reader = start(Protocol.ZEBRA_SSI);
        awaitFault(reader, DeviceState.NO_DEVICE, "no-answer");
        scanner.mute(false);
        await().atMost(PATIENCE).until(() -> reader.status().state() == DeviceState.ONLINE);
    }

    @Test
    void tellsThatItsCommandsAreRefusedAndThatTheyNoLongerAre() {
        FarScanner scanner = plugIn(Protocol.NEWLAND);
        scanner.refuse(true);
        BarcodeReader reader = start(Protocol.NEWLAND);
        read(reader);
        awaitFault(reader, DeviceState.ONLINE, "command-refused");
        scanner.refuse(false);
        await().atMost(PATIENCE).until(() -> reader.status().faults().isEmpty());
    }

    @Test
    void failsItsSelfTestWhenCommandsAreRefused() throws Exception {
        FarScanner scanner = plugIn(Protocol.NEWLAND);
        BarcodeReader reader = start(Protocol.NEWLAND);
        await().atMost(PATIENCE).until(() -> reader.status().state() == DeviceState.ONLINE);
        assertThat(((SelfTesting) reader).selfTest().get(20, TimeUnit.SECONDS).passed())
                .isTrue();
        scanner.refuse(true);
        assertThat(((SelfTesting) reader).selfTest().get(20, TimeUnit.SECONDS).passed())
                .isFalse();
    }

    @Test
    void asksAgainWhenAScannerLosesInterest() {
        FarScanner scanner = plugIn(Protocol.HONEYWELL);
        BarcodeReader reader = start(Protocol.HONEYWELL);
        read(reader);
        await().atMost(PATIENCE).until(() -> ((DeviceStatus.OfBarcodeReader) reader.status()).scanning());
        scanner.loseInterest();
        scanner.show("still here".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE).until(() -> told.equals(List.of("still here")));
        assertThat(scanner.commands()).isGreaterThan(1);
    }

    @Test
    void getsADamagedPacketAgainAndTellsTheCodeOnce() {
        FarScanner scanner = plugIn(Protocol.ZEBRA_SSI);
        BarcodeReader reader = start(Protocol.ZEBRA_SSI);
        read(reader);
        scanner.damage(2);
        scanner.show("whole".getBytes(StandardCharsets.UTF_8));
        scanner.show("next".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE).until(() -> told.contains("next"));
        assertThat(told).containsExactly("whole", "next");
        assertThat(scanner.repeats()).isEqualTo(2);
    }

    @Test
    void tellsOfACodeThatStaysDamaged() {
        FarScanner scanner = plugIn(Protocol.ZEBRA_SSI);
        BarcodeReader reader = start(Protocol.ZEBRA_SSI);
        read(reader);
        scanner.damage(4);
        scanner.show("broken".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE).until(() -> told.equals(List.of("CodeRefused[reason=DAMAGED]")));
    }

    @Test
    void namesAllFaultsOfItsSettingsTogether() {
        assertThatThrownBy(() -> new ScannerDriver()
                        .start(
                                config(Map.of("baud", "300", "protocol", "usb", "suffix", "tab", "light", "on")),
                                Time.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "unknown setting light",
                        "port is missing",
                        "baud must be one of",
                        "protocol must be newland, honeywell, zebra-ssi or plain",
                        "suffix must be line-end or none");
    }

    @Test
    void tellsNothingOfACodeByAccident() {
        FarScanner scanner = plugIn(Protocol.PLAIN);
        BarcodeReader reader = start(Protocol.PLAIN);
        List<String> words = new CopyOnWriteArrayList<>();
        reader.read(event -> words.add(event.toString()));
        await().atMost(PATIENCE).until(() -> ((DeviceStatus.OfBarcodeReader) reader.status()).scanning());
        scanner.show("secret".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE).until(() -> words.size() == 1);
        assertThat(words.get(0)).doesNotContain("secret");
    }
}
