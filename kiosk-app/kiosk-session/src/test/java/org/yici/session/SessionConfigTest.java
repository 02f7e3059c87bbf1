package org.yici.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.kiosk.visit.Card;
import org.yici.view.PanelProfile;

class SessionConfigTest {
    private static final String GOOD =
            """
            terminal: demo-0001
            terminalName: 示范便民超市
            serviceUrl: https://localhost:8444
            panel:
              widthPx: 1080
              heightPx: 1920
              pitchMm: 0.311
            devices:
              - id: id-card-reader
                kind: IDENTITY_READER
                driver: sdt
                settings:
                  port: /dev/pts/1
                  baud: 115200
              - id: document-printer
                kind: DOCUMENT_PRINTER
                driver: ipp
                settings:
                  uri: ipp://127.0.0.1:8631/ipp/print
            """;

    @TempDir
    Path folder;

    private SessionConfig read(String text) throws IOException, ConfigException {
        return SessionConfig.read(
                Files.writeString(folder.resolve("session.yaml"), text), ServiceLoader.load(DriverProvider.class));
    }

    @Test
    void readsWhatATerminalIs() throws Exception {
        SessionConfig config = read(GOOD);
        assertThat(config.terminal().value()).isEqualTo("demo-0001");
        assertThat(config.panel()).isEqualTo(new PanelProfile(1080, 1920, 0.311));
        assertThat(config.device(DeviceKind.IDENTITY_READER).orElseThrow().setting("baud"))
                .contains("115200");
        assertThat(config.device(DeviceKind.DOCUMENT_PRINTER).orElseThrow().driver())
                .isEqualTo("ipp");
    }

    @Test
    void tellsAllFaultsTogether() {
        assertThatThrownBy(
                        () -> read(
                                """
                        terminal: No!
                        serviceUrl: http://localhost:8444/x
                        colour: red
                        panel: {widthPx: 10, heightPx: 1920, pitchMm: 0.311, depth: 3}
                        devices:
                          - {id: a, kind: TOASTER, driver: x}
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "session.yaml",
                        "unknown key colour",
                        "unknown key panel.depth",
                        "terminal:",
                        "terminalName is missing",
                        "serviceUrl:",
                        "panel:",
                        "devices[0].kind",
                        "one IDENTITY_READER, not 0",
                        "one DOCUMENT_PRINTER, not 0");
    }

    /** They would be found when the first citizen has the screen, and the session would end and be started again for ever. */
    @Test
    void tellsTheFaultsOfAllDriversSettingsTogetherBeforeAnythingIsOpened() {
        String typos = GOOD.replace("baud: 115200", "baud: 11520").replace("uri: ipp:", "url: ipp:")
                + "  - {id: slot, kind: CHIP_CARD_READER, driver: smartcard}\n";
        assertThatThrownBy(() -> read(typos))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "id-card-reader", "baud", "document-printer", "unknown setting url", "no driver \"smartcard\"");
    }

    @Test
    void refusesTwoPrinters() {
        String second = GOOD + "  - {id: other, kind: DOCUMENT_PRINTER, driver: ipp}\n";
        assertThatThrownBy(() -> read(second)).hasMessageContaining("one DOCUMENT_PRINTER, not 2");
    }

    @Test
    void readsOnlyIdentityCardsUnlessItHasASlot() throws Exception {
        assertThat(read(GOOD).cards()).containsExactly(Card.IDENTITY_CARD);
        assertThat(read(GOOD).device(DeviceKind.CHIP_CARD_READER)).isEmpty();
    }

    @Test
    void hasAChipCardReaderAndACodeScannerIfTheFileSaysSo() throws Exception {
        SessionConfig config = read(
                GOOD
                        + """
                          - id: slot
                            kind: CHIP_CARD_READER
                            driver: pcsc
                            settings: {reader: Virtual PCD 00 00}
                          - id: code-scanner
                            kind: BARCODE_READER
                            driver: scanner
                            settings: {port: /dev/pts/2, protocol: newland}
                        """);
        assertThat(config.cards()).containsExactlyInAnyOrder(Card.IDENTITY_CARD, Card.SOCIAL_SECURITY_CARD);
        assertThat(config.device(DeviceKind.CHIP_CARD_READER))
                .hasValueSatisfying(slot -> assertThat(slot.setting("reader")).contains("Virtual PCD 00 00"));
        assertThat(config.device(DeviceKind.BARCODE_READER))
                .hasValueSatisfying(
                        scanner -> assertThat(scanner.setting("protocol")).contains("newland"));
    }

    @Test
    void refusesTwoSlotsAndTwoDevicesOfOneName() {
        String slot = "  - {id: slot, kind: CHIP_CARD_READER, driver: pcsc}\n";
        assertThatThrownBy(() -> read(GOOD + slot + slot))
                .hasMessageContainingAll(
                        "devices may have one CHIP_CARD_READER, not 2", "devices has two with id slot");
    }

    @Test
    void refusesWhatIsNoYamlAndAFileThatIsNotThere() {
        assertThatThrownBy(() -> read("a: [")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(
                        () -> SessionConfig.read(folder.resolve("none.yaml"), ServiceLoader.load(DriverProvider.class)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("none.yaml");
    }
}
