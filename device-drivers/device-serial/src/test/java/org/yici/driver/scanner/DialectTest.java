package org.yici.driver.scanner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.device.ScannedCode;
import org.yici.device.contract.Fuzz;

/** Commands and codes of each make, held against {@code device-drivers/golden/scanner.txt}. */
class DialectTest {
    /** One block of the file: what is sent, what comes, and the code that follows from it. */
    record Golden(String make, String title, List<byte[]> sent, List<byte[]> came, String code) {
        @Override
        public String toString() {
            return make + ": " + title;
        }
    }

    static final List<Golden> ALL = load();

    private static List<Golden> load() {
        List<Golden> all = new ArrayList<>();
        String make = "";
        for (String line : lines()) {
            Golden last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (line.startsWith("## ")) {
                make = line.substring(3);
            } else if (line.startsWith("# ")) {
                all.add(new Golden(make, line.substring(2), new ArrayList<>(), new ArrayList<>(), ""));
            } else if (line.startsWith("> ")) {
                requireNonNull(last).sent().add(HexFormat.of().parseHex(line.substring(2)));
            } else if (line.startsWith("< ")) {
                requireNonNull(last).came().add(HexFormat.of().parseHex(line.substring(2)));
            } else if (line.startsWith("! ")) {
                all.set(
                        all.size() - 1,
                        new Golden(make, requireNonNull(last).title(), last.sent(), last.came(), line.substring(2)));
            }
        }
        return all.stream().filter(golden -> !golden.make().isEmpty()).toList();
    }

    private static List<String> lines() {
        Path file = Path.of(requireNonNull(System.getProperty("yici.root")), "device-drivers/golden/scanner.txt");
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Dialect dialect(String make) {
        return switch (make) {
            case "newland" -> LineDialect.newland(true);
            case "honeywell" -> LineDialect.honeywell(true);
            case "zebra-ssi" -> new SsiDialect();
            default -> LineDialect.plain(true);
        };
    }

    private static Optional<String> hex(Optional<byte[]> bytes) {
        return bytes.map(HexFormat.of()::formatHex);
    }

    private static Optional<byte[]> sent(String make, String title) {
        return ALL.stream()
                .filter(golden -> golden.make().equals(make) && golden.title().equals(title))
                .flatMap(golden -> golden.sent().stream())
                .findFirst();
    }

    @Test
    void sendsTheMakersCommands() {
        for (String make : List.of("newland", "honeywell", "zebra-ssi", "plain")) {
            assertThat(hex(dialect(make).begin())).as(make).isEqualTo(hex(sent(make, "look for codes")));
            assertThat(hex(dialect(make).end())).as(make).isEqualTo(hex(sent(make, "stop")));
            assertThat(hex(dialect(make).greeting()))
                    .as(make)
                    .isEqualTo(hex(sent(make, "packets instead of bare text, not saved")));
        }
    }

    private static Stream<Golden> whatComes() {
        return ALL.stream().filter(golden -> !golden.came().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("whatComes")
    void understandsWhatComesInPiecesOfAnySize(Golden golden) {
        byte[] all = Fuzz.joined(golden.came().toArray(byte[][]::new));
        for (int size = 1; size <= all.length; size++) {
            Dialect dialect = dialect(golden.make());
            if (!golden.sent().isEmpty()) {
                dialect.sent();
            }
            List<Heard> heard = new ArrayList<>();
            for (int at = 0; at < all.length; at += size) {
                byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + size));
                heard.addAll(dialect.feed(part, part.length));
            }
            heard.addAll(dialect.silence());
            if (golden.sent().isEmpty()) {
                assertThat(heard).singleElement().isInstanceOfSatisfying(Heard.Code.class, code -> assertThat(
                                new ScannedCode(code.bytes()).text())
                        .isEqualTo(golden.code()));
            } else {
                assertThat(heard)
                        .containsExactly(new Heard.Reply(!golden.title().contains("refused")));
            }
        }
    }

    @Test
    void acknowledgesPacketsAndAsksForDamagedOnesAgain() {
        Dialect dialect = new SsiDialect();
        Golden damaged = ALL.stream()
                .filter(golden -> golden.title().startsWith("a code whose packet was damaged"))
                .findFirst()
                .orElseThrow();
        assertThat(dialect.feed(damaged.came().get(0), damaged.came().get(0).length))
                .isEmpty();
        assertThat(dialect.due())
                .containsExactly(sent("zebra-ssi", "send again").orElseThrow());
        assertThat(dialect.feed(damaged.came().get(1), damaged.came().get(1).length))
                .hasSize(1);
        assertThat(dialect.due())
                .containsExactly(sent("zebra-ssi", "acknowledge").orElseThrow());
        // The acknowledgement was lost: the same packet comes again, and is no second code.
        assertThat(dialect.feed(damaged.came().get(1), damaged.came().get(1).length))
                .isEmpty();
        assertThat(dialect.due()).hasSize(1);
    }

    @Test
    void givesUpAPacketThatStaysDamaged() {
        Dialect dialect = new SsiDialect();
        byte[] packet = HexFormat.of().parseHex("06f300001c410000");
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            heard.addAll(dialect.feed(packet, packet.length));
        }
        assertThat(heard).containsExactly(new Heard.Damaged());
        assertThat(dialect.due())
                .last()
                .isEqualTo(sent("zebra-ssi", "acknowledge").orElseThrow());
    }

    private static List<String> texts(Dialect dialect, String came) {
        byte[] bytes = came.getBytes(StandardCharsets.UTF_8);
        List<Heard> heard = new ArrayList<>(dialect.feed(bytes, bytes.length));
        heard.addAll(dialect.silence());
        return heard.stream()
                .map(each -> new String(((Heard.Code) each).bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void endsCodesAtCrLfBothOrSilence() {
        assertThat(texts(LineDialect.plain(true), "a\rb\nc\r\nd\r\r\n\ne")).containsExactly("a", "b", "c", "d", "e");
        assertThat(texts(LineDialect.plain(false), "two\r\nlines\r")).containsExactly("two\r\nlines\r");
    }

    /** A code that stands where an answer might, and one that came long after any command. */
    @Test
    void takesNoCodeForAnAnswer() {
        Dialect dialect = LineDialect.newland(true);
        String liar = "\u0002\u00010000#SCNTRG1\u0015;\u0003";
        assertThat(texts(dialect, liar)).containsExactly(liar);
        dialect.sent();
        String longer = "\u0002" + "x".repeat(80);
        assertThat(texts(dialect, longer)).containsExactly(longer);
    }
}
