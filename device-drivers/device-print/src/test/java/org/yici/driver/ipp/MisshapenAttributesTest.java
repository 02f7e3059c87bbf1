package org.yici.driver.ipp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.device.PrintOrder;
import org.yici.device.contract.Fuzz;
import org.yici.driver.ipp.IppClient.HandOver;
import org.yici.driver.ipp.IppClient.JobAnswer;
import org.yici.driver.ipp.IppClient.Sheaf;
import org.yici.driver.ipp.IppClient.Told;

/** Attributes whose bytes are not what their type says (RFC 8010, 3.9): nobody reads them, or they are unknown. */
class MisshapenAttributesTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Tags with values that are too short, too long or broken inside; some are followed by parts of a collection. */
    static final Map<String, byte[]> MISSHAPEN = Map.ofEntries(
            Map.entry("integer of 0 bytes", attribute(0x21, "x-odd", "")),
            Map.entry("integer of 3 bytes", attribute(0x21, "x-odd", "000001")),
            Map.entry("integer of 8 bytes", attribute(0x21, "x-odd", "0000000000000001")),
            Map.entry("enum of 1 byte", attribute(0x23, "x-odd", "03")),
            Map.entry("boolean of 0 bytes", attribute(0x22, "x-odd", "")),
            Map.entry("boolean of 4 bytes", attribute(0x22, "x-odd", "00000001")),
            Map.entry("boolean of value 7", attribute(0x22, "x-odd", "07")),
            Map.entry("date of 8 bytes", attribute(0x31, "x-odd", "07ea0c0101020300")),
            Map.entry("date in month 77", attribute(0x31, "x-odd", "07ea4d4d6363630000ffff")),
            Map.entry("resolution of 8 bytes", attribute(0x32, "x-odd", "0000012c0000012c")),
            Map.entry("resolution of unit 9", attribute(0x32, "x-odd", "0000012c0000012c09")),
            Map.entry("range of 4 bytes", attribute(0x33, "x-odd", "00000001")),
            Map.entry("range upside down", attribute(0x33, "x-odd", "0000000900000001")),
            Map.entry("text with language, nothing in it", attribute(0x35, "x-odd", "")),
            Map.entry("text with language, no length of the text", attribute(0x35, "x-odd", "0002656e")),
            Map.entry("name with a language longer than all", attribute(0x36, "x-odd", "0fff656e00016f")),
            Map.entry(
                    "uri with a space",
                    attribute(0x45, "x-odd", HEX.formatHex("ipp://a b/%zz".getBytes(StandardCharsets.UTF_8)))),
            Map.entry(
                    "uri of the real name",
                    attribute(0x45, "job-uri", HEX.formatHex("ipp://a b/1".getBytes(StandardCharsets.UTF_8)))),
            Map.entry("charset that nobody has", attribute(0x47, "x-odd", "ff00")),
            Map.entry("text that is not UTF-8", attribute(0x41, "x-odd", "fffefd80")),
            Map.entry(
                    "collection that stays open",
                    joined(attribute(0x34, "x-odd", ""), attribute(0x4A, "", "61"), attribute(0x21, "", "00000001"))),
            Map.entry("collection ended and not begun", attribute(0x37, "x-odd", "")),
            Map.entry(
                    "member without a value",
                    joined(attribute(0x34, "x-odd", ""), attribute(0x4A, "", "61"), attribute(0x37, "", ""))),
            Map.entry("collection with a value", joined(attribute(0x34, "x-odd", "0102"), attribute(0x37, "", "03"))),
            Map.entry("reserved type", attribute(0x2A, "x-odd", "01")),
            Map.entry("extended type", attribute(0x7F, "x-odd", "40000000")),
            Map.entry("no-value with a value", attribute(0x13, "x-odd", "0102")),
            Map.entry("name of umlauts", attribute(0x21, "x-öd", "01")));

    private static final byte[] PRINTER = joined(
            attribute(0x23, "printer-state", "00000003"),
            attribute(0x22, "printer-is-accepting-jobs", "01"),
            attribute(
                    0x44,
                    "printer-state-reasons",
                    HEX.formatHex("toner-low-warning".getBytes(StandardCharsets.US_ASCII))),
            attribute(0x21, "printer-impressions-completed", "00000007"));

    private static final byte[] JOB = joined(
            attribute(0x21, "job-id", "0000002a"),
            attribute(0x42, "job-name", HEX.formatHex("yc-1".getBytes(StandardCharsets.US_ASCII))),
            attribute(0x23, "job-state", "00000009"),
            attribute(0x21, "job-impressions-completed", "00000001"));

    private final GoldenPrinter printer = new GoldenPrinter();
    private final IppClient client = printer.client();

    static Stream<String> names() {
        return MISSHAPEN.keySet().stream().sorted();
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    private static byte[] misshapen(String name) {
        return requireNonNull(MISSHAPEN.get(name));
    }

    /** One attribute or value in the encoding of RFC 8010, 3.1.4. */
    private static byte[] attribute(int tag, String name, String value) {
        byte[] label = name.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = HEX.parseHex(value);
        return joined(
                new byte[] {(byte) tag, (byte) (label.length >> 8), (byte) label.length},
                label,
                new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length},
                bytes);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] answer(int group, byte[]... attributes) {
        return joined(
                HEX.parseHex("020000000000000101"),
                attribute(0x47, "attributes-charset", HEX.formatHex("utf-8".getBytes(StandardCharsets.US_ASCII))),
                attribute(0x48, "attributes-natural-language", "656e"),
                new byte[] {(byte) group},
                joined(attributes),
                new byte[] {3});
    }

    private HandOver print() {
        return client.print(
                Sheaf.pdf(new PrintOrder("yc-1", new byte[10], 1), Optional.empty()), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nobodyMissesOneThatIsNotRead(String name) {
        byte[] odd = misshapen(name);
        Told<PrinterReport> sound =
                new Told.Value<>(new PrinterReport(3, true, List.of("toner-low-warning"), OptionalInt.of(7), false));
        printer.says(answer(4, odd, PRINTER), answer(4, PRINTER, odd));
        assertThat(client.printer()).isEqualTo(sound);
        assertThat(client.printer()).isEqualTo(sound);
        printer.says(answer(2, odd, JOB), answer(2, JOB, odd));
        assertThat(client.job(42)).isInstanceOf(JobAnswer.Seen.class);
        assertThat(client.job(42)).isInstanceOf(JobAnswer.Seen.class);
        printer.says(answer(2, odd, JOB), answer(2, JOB, odd));
        assertThat(print()).as("the sheet comes").isEqualTo(new HandOver.Taken(42));
        assertThat(print()).isEqualTo(new HandOver.Taken(42));
    }

    /** Among the operation attributes, too: every answer has some. */
    @ParameterizedTest
    @MethodSource("names")
    void nobodyMissesOneOfTheOperation(String name) {
        byte[] sound = answer(2, JOB);
        byte[] odd = joined(Arrays.copyOf(sound, 9), misshapen(name), Arrays.copyOfRange(sound, 9, sound.length));
        printer.says(odd);
        assertThat(print()).isEqualTo(new HandOver.Taken(42));
    }

    @ParameterizedTest
    @MethodSource("names")
    void oneThatIsReadIsUnknown(String name) {
        byte[] odd = misshapen(name);
        if (!new String(odd, StandardCharsets.ISO_8859_1).contains("x-odd")) {
            return;
        }
        for (String read : List.of(
                "printer-state", "printer-is-accepting-jobs", "printer-impressions-completed", "cups-version")) {
            printer.says(answer(4, renamed(odd, read)));
            assertThat(client.printer()).as(read).isInstanceOf(Told.Value.class);
        }
        for (String read :
                List.of("job-name", "job-state", "job-impressions-completed", "job-media-sheets-completed")) {
            printer.says(answer(2, renamed(odd, read), attribute(0x21, "job-id", "0000002a")));
            assertThat(client.job(42)).as(read).isInstanceOf(JobAnswer.Seen.class);
        }
        printer.says(answer(2, renamed(odd, "job-id")));
        assertThat(print()).as("job-id").isInstanceOf(HandOver.Unknown.class);
        for (String read : List.of(
                "document-format-supported",
                "pwg-raster-document-resolution-supported",
                "pwg-raster-document-sheet-back")) {
            printer.says(answer(4, renamed(odd, read)));
            assertThat(client.ability()).as(read).isInstanceOf(Told.Value.class);
        }
    }

    private static byte[] renamed(byte[] attribute, String name) {
        byte[] label = name.getBytes(StandardCharsets.US_ASCII);
        return joined(
                new byte[] {attribute[0], 0, (byte) label.length},
                label,
                Arrays.copyOfRange(attribute, 3 + "x-odd".length(), attribute.length));
    }

    @Test
    void aBrokenValueAmongSoundOnesIsLeftOut() {
        String empty = HEX.formatHex("media-empty-error".getBytes(StandardCharsets.US_ASCII));
        printer.says(answer(
                4,
                attribute(0x23, "printer-state", "00000005"),
                attribute(0x7F, "printer-state-reasons", "00"),
                attribute(0x44, "", empty)));
        assertThat(client.printer())
                .isInstanceOfSatisfying(Told.Value.class, told -> assertThat(((PrinterReport) told.value()).reasons())
                        .containsExactly("media-empty-error"));
    }

    @Test
    void ofTwoThatContradictEachOtherNothingIsKnown() {
        printer.says(answer(2, JOB, attribute(0x23, "job-state", "00000008")));
        assertThat(client.job(42)).isInstanceOfSatisfying(JobAnswer.Seen.class, seen -> assertThat(
                        seen.job().phase())
                .isEqualTo(JobPhase.UNKNOWN));
    }

    @Test
    void noBytesInAnAttributeThatIsNotReadChangeWhatIsTold() {
        printer.says(answer(2, JOB));
        JobAnswer whole = client.job(42);
        Fuzz.run("attributes that nobody reads", random -> {
            byte[] odd = attribute(0x10 + random.nextInt(0xF0), "x-odd", HEX.formatHex(noise(random)));
            byte[] more = attribute(0x10 + random.nextInt(0xF0), "", HEX.formatHex(noise(random)));
            byte[] bytes = answer(2, odd, more, JOB, odd, more);
            assertThat(IppLink.parsed(bytes)).isInstanceOf(IppReply.Answer.class);
            if (random.nextInt(50) == 0) {
                printer.says(bytes);
                assertThat(client.job(42)).isEqualTo(whole);
            }
        });
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(24)];
        random.nextBytes(noise);
        return noise;
    }
}
