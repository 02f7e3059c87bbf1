package org.yici.driver.scanner;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Time;
import org.yici.device.BarcodeReader;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.contract.BarcodeReaderContract;
import org.yici.driver.scanner.ScannerConfig.Protocol;

/** The contract with each make of scanners. */
class SerialScannerContractTest {
    abstract static class Of extends BarcodeReaderContract {
        private final Protocol protocol;

        @TempDir
        Path folder;

        private FarScanner scanner = new FarScanner(Path.of(""), Protocol.PLAIN);

        Of(Protocol protocol) {
            this.protocol = protocol;
        }

        @Override
        protected void setUpHardware() {
            scanner = new FarScanner(folder.resolve("scanner"), protocol);
            scanner.plugIn();
        }

        @Override
        protected void tearDownHardware() {
            scanner.close();
        }

        @Override
        protected BarcodeReader startDriver() {
            DeviceConfig config = new DeviceConfig(
                    new DeviceId("code-scanner"),
                    DeviceKind.BARCODE_READER,
                    "scanner",
                    Map.of(
                            "port", folder.resolve("scanner").toString(),
                            "protocol", protocol.word(),
                            "baud", "115200"));
            return (BarcodeReader) new ScannerDriver().start(config, Time.system());
        }

        @Override
        protected void show(byte[] content) {
            scanner.show(content);
        }

        @Override
        protected void showInPassing(byte[] content) {
            scanner.pass(content);
        }

        @Override
        protected void unplug() {
            scanner.unplug();
        }

        @Override
        protected void plugIn() {
            scanner.plugIn();
        }
    }

    @Nested
    class Newland extends Of {
        Newland() {
            super(Protocol.NEWLAND);
        }
    }

    @Nested
    class Honeywell extends Of {
        Honeywell() {
            super(Protocol.HONEYWELL);
        }
    }

    @Nested
    class ZebraSsi extends Of {
        ZebraSsi() {
            super(Protocol.ZEBRA_SSI);
        }
    }

    @Nested
    class Plain extends Of {
        Plain() {
            super(Protocol.PLAIN);
        }
    }
}
