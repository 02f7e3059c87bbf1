package org.yici.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yici.device.contract.Fuzz;

/** Whatever a scanner sends: no exception, answers in bounds, and the next sound code is found. */
class ScannerFuzzTest {
    @Test
    void survivesWhateverComes() {
        List<byte[]> sound = DialectTest.ALL.stream()
                .flatMap(golden -> golden.came().stream())
                .toList();
        Fuzz.run("bytes of scanners", random -> {
            Dialect dialect = DialectTest.dialect(
                    List.of("newland", "honeywell", "zebra-ssi", "plain").get(random.nextInt(4)));
            for (int i = 0; i < 5; i++) {
                byte[] bytes = Fuzz.damaged(sound.get(random.nextInt(sound.size())), random);
                if (random.nextBoolean()) {
                    dialect.sent();
                }
                for (Heard heard : dialect.feed(bytes, bytes.length)) {
                    assertThat(heard).isNotNull();
                }
                if (random.nextBoolean()) {
                    dialect.silence();
                }
                assertThat(dialect.due().size()).isLessThan(100);
            }
            dialect.silence();
            // What follows a silence is understood again.
            byte[] code = dialect instanceof SsiDialect
                    ? HexFormat.of().parseHex("06f300001c41" + checksum("06f300001c41"))
                    : "A\r".getBytes(StandardCharsets.US_ASCII);
            dialect.reset();
            assertThat(dialect.feed(code, code.length))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Heard.Code.class, heard -> assertThat(heard.bytes()).containsExactly('A'));
        });
    }

    private static String checksum(String packet) {
        byte[] bytes = HexFormat.of().parseHex(packet);
        return String.format(Locale.ROOT, "%04x", SsiPacket.checksum(bytes, bytes.length));
    }
}
