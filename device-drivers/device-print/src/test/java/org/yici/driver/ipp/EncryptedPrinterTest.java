package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hp.jipp.model.JobState;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.DriverProvider;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;

/** A printer that is known by its certificate. */
class EncryptedPrinterTest {
    private static final char[] WORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private ScriptedPrinter printer;
    private String sha256;

    /** With a certificate that names another machine and ended in 2020, as those of printers do. */
    @BeforeEach
    void plugIn() throws Exception {
        Path file = folder.resolve("printer.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "printer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=NPI12AB34",
                        "-startdate",
                        "2019/01/01",
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(WORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, WORD);
        }
        sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(store.getCertificate("printer").getEncoded()));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, WORD);
        SSLContext identity = SSLContext.getInstance("TLS");
        identity.init(keys.getKeyManagers(), null, null);
        printer = new ScriptedPrinter(identity);
        printer.plugIn();
        printer.life = job -> job.end(JobState.completed, 2);
    }

    @AfterEach
    void unplug() {
        printer.close();
    }

    private DocumentPrinter driver(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of("uri", printer.uri(), "poll-ms", "50", "status-ms", "100"));
        return (DocumentPrinter) DriverProvider.start(
                ServiceLoader.load(DriverProvider.class),
                new DeviceConfig(new DeviceId("document-printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", all),
                new FastTime());
    }

    private static PrintOutcome print(DocumentPrinter driver) throws Exception {
        return driver.print(new PrintOrder("copy-1", Pages.pdf(2), 2), step -> {})
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void printsOverTlsOnAPrinterThatIsKnown() throws Exception {
        try (DocumentPrinter driver = driver(Map.of("tls-sha256", sha256.toUpperCase(java.util.Locale.ROOT)))) {
            assertThat(print(driver)).isInstanceOf(PrintOutcome.Delivered.class);
        }
    }

    @Test
    void tellsWhichCertificateItSawAndHandsNothingOver() throws Exception {
        for (Map<String, String> settings :
                java.util.List.of(Map.<String, String>of(), Map.of("tls-sha256", "0".repeat(64)))) {
            try (DocumentPrinter driver = driver(settings)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> !driver.status().faults().isEmpty());
                DeviceFault fault = driver.status().faults().get(0);
                assertThat(fault.name()).isEqualTo("certificate-unknown");
                assertThat(fault.nativeCode()).isEqualTo("sha256 " + sha256);
                assertThat(print(driver)).isInstanceOfSatisfying(PrintOutcome.Failed.class, failed -> assertThat(
                                failed.fault().name())
                        .isEqualTo("certificate-unknown"));
            }
        }
        assertThat(printer.jobs).isEmpty();
    }
}
