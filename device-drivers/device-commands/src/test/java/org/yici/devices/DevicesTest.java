package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.ipp.TlsIdentity;
import org.yici.bench.people.People;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;
import org.yici.bench.scanner.HeldCode;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.scanner.ScannerProtocol;
import org.yici.bench.sdt.ReaderFarEnd;
import org.yici.bench.sdt.ReaderQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands against the bench's far ends, as scripts see them. */
class DevicesTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("yici.root", "../.."), "docs/device-commands.md");

    @TempDir
    Path folder;

    private ReaderFarEnd reader;
    private Printer printer;
    private IppPrinter ipp;

    private record Ran(int exit, List<JsonNode> objects, String words) {
        JsonNode last() {
            return objects.get(objects.size() - 1);
        }

        List<String> kinds() {
            return objects.stream()
                    .map(object -> object.path("what").asString())
                    .toList();
        }
    }

    @BeforeEach
    void plugIn() throws IOException {
        reader = new ReaderFarEnd(folder.resolve("ports/reader"), Optional.empty(), false, () -> {});
        reader.plug();
        printer = new Printer(
                Duration.ofMillis(20), new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {});
        ipp = new IppPrinter(0, printer, Clock.systemUTC());
    }

    @AfterEach
    void unplug() throws Exception {
        ipp.close();
        printer.close();
        reader.close();
    }

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Devices.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        List<JsonNode> objects = new ArrayList<>();
        out.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            JsonNode object = JsonMapper.shared().readTree(line);
            assertThat(fields(object))
                    .as(line)
                    .isSubsetOf(documented(object.path("what").asString()));
            objects.add(object);
        });
        return new Ran(exit, objects, err.toString(StandardCharsets.UTF_8));
    }

    private static TreeSet<String> fields(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    /** The fields that the page names for this kind of object. */
    private static List<String> documented(String what) {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            String row = lines.filter(line -> line.startsWith("| `" + what + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the page does not name " + what));
            List<String> names = new ArrayList<>(List.of("what"));
            Pattern.compile("`([a-zA-Z]+)`")
                    .matcher(row.substring(row.indexOf('|', 2)))
                    .results()
                    .forEach(match -> names.add(match.group(1)));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String port() {
        return reader.link().toString();
    }

    private void lay(String person) {
        reader.reader().lay(People.builtIn().find(person).orElseThrow());
    }

    private Path document(int pages) throws IOException {
        Path file = folder.resolve("document.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(file.toFile());
        }
        return file;
    }

    // ---- read-id-card

    @Test
    void readsWhateverCardLiesThereAndMasksIt() {
        lay("lin-zhixia");
        Ran ran = run("read-id-card", "--port", port());
        assertThat(ran.exit()).isZero();
        JsonNode card = ran.last();
        assertThat(card.path("kind").asString()).isEqualTo("citizen");
        assertThat(card.path("name").asString()).isEqualTo("林*夏");
        assertThat(card.path("number").asString()).isEqualTo("0001**********0029");
        assertThat(card.path("birth").asString()).isEqualTo("1988-**-**");
        assertThat(card.path("address").asString()).startsWith("示范省*").doesNotContain("桂花街");
        assertThat(card.path("newestAddress").asString()).isEqualTo("示范省*****");
        assertThat(card.path("fingerprints").asInt()).isEqualTo(2);
        assertThat(card.path("validTo").asString()).isEqualTo("2039-11-05");
        assertThat(card.path("safeModule").asString()).isEqualTo("05.03-20260101-000000001-000000002");
        assertThat(ran.words()).doesNotContain("林知夏", "桂花街");
    }

    @Test
    void revealsWithAWarning() {
        lay("lin-zhixia");
        Ran ran = run("read-id-card", "--port", port(), "--reveal");
        assertThat(ran.last().path("name").asString()).isEqualTo("林知夏");
        assertThat(ran.last().path("birth").asString()).isEqualTo("1988-02-29");
        assertThat(ran.words()).contains("Personal data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ouyang-letian", "du-zhen", "du-yuehan", "ji-da"})
    void readsEveryKindOfCardAndMasksIt(String person) {
        lay(person);
        Ran ran = run("read-id-card", "--port", port());
        assertThat(ran.exit()).isZero();
        String name = People.builtIn().find(person).orElseThrow().name();
        String number = People.builtIn().find(person).orElseThrow().number();
        assertThat(ran.last().toString()).doesNotContain(name, number, "JANE", "JOHANNES");
    }

    @Test
    void saysWhyACardIsRefused() {
        lay("jia-haoma");
        Ran ran = run("read-id-card", "--port", port());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.last().path("what").asString()).isEqualTo("refused");
        assertThat(ran.last().path("reason").asString()).isEqualTo("not-trusted");
        assertThat(ran.last().path("nativeCode").asString()).isEqualTo("number");
    }

    @Test
    void saysThatNoCardCame() {
        Ran ran = run("read-id-card", "--port", port(), "--timeout", "1");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.kinds()).endsWith("timeout");
    }

    // ---- scan

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

    // ---- decode

    private Path picture(String name, String... texts) throws Exception {
        BufferedImage picture = new BufferedImage(400 * texts.length, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < texts.length; i++) {
            BitMatrix code = new QRCodeWriter()
                    .encode(texts[i], BarcodeFormat.QR_CODE, 400, 400, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            for (int x = 0; x < 400; x++) {
                for (int y = 0; y < 400; y++) {
                    picture.setRGB(400 * i + x, y, code.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    @Test
    void decodesPicturesAndFoldersOfThem() throws Exception {
        picture("a.png", "办事码 1");
        picture("b.png", "left", "right");
        Ran ran = run("decode", folder.toString());
        assertThat(ran.exit()).as(ran.words()).isZero();
        assertThat(ran.objects()).hasSize(2);
        assertThat(ran.objects().get(0).path("file").asString()).endsWith("a.png");
        assertThat(ran.objects().get(0).path("codes").path(0).path("text").asString())
                .isEqualTo("办事码 1");
        assertThat(ran.objects().get(0).path("codes").path(0).path("format").asString())
                .isEqualTo("qr-code");
        assertThat(ran.objects().get(1).path("codes").size()).isEqualTo(2);
        assertThat(ran.objects().get(1).path("millis").asDouble()).isPositive();
    }

    @Test
    void saysWhatIsNoPictureAndGoesOn() throws Exception {
        Path none = Files.writeString(folder.resolve("none.png"), "no picture");
        Path code = picture("z.png", "after");
        Ran ran = run("decode", none.toString(), code.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.objects().get(0).path("seen").asString()).contains("no PNG");
        assertThat(ran.last().path("codes").path(0).path("text").asString()).isEqualTo("after");
        assertThat(run("decode", folder.resolve("nowhere").toString()).exit()).isEqualTo(2);
    }

    // ---- print

    @Test
    void printsAndTellsTheEvidence() throws Exception {
        Ran ran = run("print", document(2).toString(), "--printer", ipp.uri().toString(), "--copies", "2");
        assertThat(ran.exit()).as(ran.words()).isZero();
        assertThat(ran.kinds()).contains("job", "sent", "outcome");
        assertThat(ran.last().path("outcome").asString()).isEqualTo("delivered");
        assertThat(ran.last().path("evidence").asString()).isEqualTo("impressions");
        assertThat(ran.last().path("sheets").asInt()).isEqualTo(2);
        assertThat(printer.tray().sheets()).hasSize(4);
    }

    @Test
    void asksForPaperSidesAndTray() throws Exception {
        String uri = ipp.uri().toString();
        String file = document(3).toString();
        Ran ran = run(
                "print", file, "--printer", uri, "--paper", "A5", "--sides", "two-sided-long-edge", "--tray", "tray-2");
        assertThat(ran.exit()).as(ran.words()).isZero();
        assertThat(ran.last().path("sheets").asInt()).isEqualTo(2);
        assertThat(printer.tray().sheets()).hasSize(2);
        Ran refused = run("print", file, "--printer", uri, "--tray", "tray-9");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.last().path("fault").path("name").asString()).isEqualTo("tray-unsupported");
        assertThat(run("print", file, "--printer", uri, "--sides", "both").exit())
                .isEqualTo(2);
    }

    /** The way of whoever mounts a printer that speaks TLS: it tells its certificate, which is then configured. */
    @Test
    void tellsTheCertificateThatHasToBeConfigured() throws Exception {
        IppPrinter.Tls tls = new IppPrinter.Tls(0, TlsIdentity.make(folder));
        try (IppPrinter encrypted = new IppPrinter(0, Optional.of(tls), printer, Clock.systemUTC())) {
            String uri = encrypted.tlsUri().orElseThrow().toString();
            Ran unknown = run("status", "--printer", uri);
            assertThat(unknown.exit()).isEqualTo(1);
            JsonNode fault = unknown.last().path("faults").path(0);
            assertThat(fault.path("name").asString()).isEqualTo("certificate-unknown");
            String digest = fault.path("nativeCode").asString().replace("sha256 ", "");
            assertThat(run("status", "--printer", uri, "--tls-sha256", digest).exit())
                    .isZero();
            Ran printed = run("print", document(1).toString(), "--printer", uri, "--tls-sha256", digest);
            assertThat(printed.exit()).as(printed.words()).isZero();
        }
    }

    @Test
    void tellsThatThePrinterWaitsAndCancelsInTheEnd() throws Exception {
        printer.paperOut(true);
        Ran ran = run("print", document(1).toString(), "--printer", ipp.uri().toString(), "--timeout", "2");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.kinds()).contains("waiting");
        assertThat(ran.last().path("outcome").asString()).isEqualTo("failed");
        assertThat(ran.last().path("fault").path("whoActs").asString()).isNotEmpty();
        assertThat(ran.words()).contains("Nothing came out");
    }

    // ---- status, self-test, probe

    @Test
    void tellsHowDevicesAre() throws Exception {
        Ran well = run("status", "--reader", port(), "--printer", ipp.uri().toString());
        assertThat(well.exit()).isZero();
        reader.unplug();
        Ran gone = run("status", "--reader", port());
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.last().path("faults").path(0).path("name").asString()).isEqualTo("port-gone");
    }

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
                        .formatted(port(), ipp.uri()));
        Ran well = run("self-test", "--config", config.toString());
        assertThat(well.exit()).as(well.words()).isZero();
        assertThat(printer.tray().sheets()).hasSize(1);
        reader.reader().set(ReaderQuirk.SAM_FAILED, true);
        Ran failed = run("self-test", "--config", config.toString());
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.words()).contains("safe-module-failed");
    }

    @Test
    void probesWithoutAskingAnybody() {
        Ran ran = run("probe");
        assertThat(ran.last().path("what").asString()).isEqualTo("configuration");
        assertThat(ran.last().path("yaml").asString()).startsWith("devices:");
        assertThat(ran.exit()).isEqualTo(ran.last().path("devices").asInt() > 0 ? 0 : 1);
    }

    // ---- wrong calls

    @Test
    void tellsAWrongCallFromARefusal() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.yaml"), "devices: [{id: x, kind: TOASTER, driver: t}]");
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("dance"),
                List.of("read-id-card"),
                List.of("read-id-card", "--port", port(), "--baud", "1200"),
                List.of("print", folder.resolve("none.pdf").toString(), "--printer", "ipp://localhost/x"),
                List.of("print", "x.pdf", "--printer", "lpd://localhost/x"),
                List.of("status", "--config", odd.toString()),
                List.of("status", "--config", folder.resolve("none.yaml").toString()))) {
            Ran ran = run(wrong.toArray(String[]::new));
            assertThat(ran.exit()).as(wrong + ": " + ran.words()).isEqualTo(2);
            assertThat(ran.words()).as(wrong.toString()).isNotBlank().doesNotContain("Exception", "enum constant");
            assertThat(ran.objects()).isEmpty();
        }
    }
}
