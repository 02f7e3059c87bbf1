package org.yici.bench.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RasterDocumentTest {
    @ParameterizedTest
    @CsvSource({"grey.pwg, 1, 2e09af02, a3d52192", "colour.pwg, 3, 8629acbe, a10b7d93"})
    void readsWhatSomebodyElseWrote(String name, int colours, String first, String second) throws IOException {
        RasterDocument document = RasterDocument.read(sample(name));
        assertThat(document.fault()).isEmpty();
        assertThat(document.pages()).hasSize(2);
        assertThat(document.pages().get(0).header()).isEqualTo(new PageHeader(355, 473, colours, 300));
        assertThat(checksum(document.pages().get(0))).isEqualTo(first);
        assertThat(checksum(document.pages().get(1))).isEqualTo(second);
    }

    @Test
    void readsRepeatedLinesRunsAndWhite() throws RasterFault {
        byte[] bytes = new TestRaster()
                .header(4, 3, Map.of())
                .data(1, 1, 10, 255, 20, 30)
                .data(0, 254, 1, 2, 3, 128)
                .bytes();
        RasterDocument document = RasterDocument.read(bytes);
        assertThat(document.fault()).isEmpty();
        assertThat(lines(document.pages().get(0)))
                .containsExactly(List.of(10, 10, 20, 30), List.of(10, 10, 20, 30), List.of(1, 2, 3, 255));
    }

    @Test
    void keepsColoursTogether() throws RasterFault {
        byte[] bytes = new TestRaster()
                .header(3, 1, Map.of(388, 24, 392, 9, 400, 19))
                .data(0, 1, 1, 2, 3, 128)
                .bytes();
        assertThat(lines(RasterDocument.read(bytes).pages().get(0)))
                .containsExactly(List.of(1, 2, 3, 1, 2, 3, 255, 255, 255));
    }

    @Test
    void findsTheFaultWhereverItIsCutOff() throws IOException {
        byte[] whole = new TestRaster()
                .header(4, 2, Map.of())
                .data(0, 3, 7, 0, 128)
                .header(4, 1, Map.of())
                .data(0, 253, 1, 2, 3, 4)
                .bytes();
        int firstPage = 4 + 1796 + 5;
        for (int length = 0; length < whole.length; length++) {
            RasterDocument document = RasterDocument.read(Arrays.copyOf(whole, length));
            assertThat(document.pages()).as("cut at %s", length).hasSize(length < firstPage ? 0 : 1);
            assertThat(document.fault().isPresent()).as("cut at %s", length).isEqualTo(length != firstPage);
        }
        assertThat(RasterDocument.read(whole).pages()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "276, 72", "276, -1", "280, 600", "372, 0", "372, -1", "372, 2147483647", "372, 1431655766", "376, 0",
        "376, -5", "376, 4967", "384, 1", "388, 24", "392, 5", "396, 1", "400, 3", "400, 19"
    })
    void refusesAHeaderThatItDidNotOffer(int offset, int value) {
        byte[] bytes = new TestRaster()
                .header(4, 1, Map.of(offset, value))
                .data(0, 128)
                .bytes();
        RasterDocument document = RasterDocument.read(bytes);
        assertThat(document.pages()).isEmpty();
        assertThat(document.fault()).isPresent();
    }

    @Test
    void refusesPagesBeyondA3() {
        assertThat(RasterDocument.read(blank(7016, 9922)).fault()).isEmpty();
        assertThat(RasterDocument.read(blank(9922, 7016)).fault()).isEmpty();
        assertThat(RasterDocument.read(blank(7100, 9922)).fault()).isPresent();
        assertThat(RasterDocument.read(blank(7016, 9980)).fault()).isPresent();
    }

    private static byte[] blank(int width, int height) {
        TestRaster raster = new TestRaster().header(width, height, Map.of(276, 600, 280, 600));
        for (int left = height; left > 0; left -= 256) {
            raster.data(Math.min(left, 256) - 1, 128);
        }
        return raster.bytes();
    }

    @Test
    void refusesRunsThatLeaveTheirLineOrPage() {
        assertThat(fault(0, 4, 9)).contains("leaves its line");
        assertThat(fault(0, 2, 9, 255, 1, 2)).contains("leaves its line");
        assertThat(fault(0, 129)).contains("leaves its line");
        assertThat(fault(1, 3, 9)).contains("repeated");
    }

    private static String fault(int... data) {
        return RasterDocument.read(
                        new TestRaster().header(4, 1, Map.of()).data(data).bytes())
                .fault()
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey.pwg", "colour.pwg"})
    void livesThroughRandomDamage(String name) throws IOException {
        byte[] whole = sample(name);
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(4) > 0 ? whole.length : random.nextInt(whole.length));
            for (int i = random.nextInt(20); i >= 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            RasterDocument document = RasterDocument.read(damaged);
            assertThat(document.pages().isEmpty() && document.fault().isEmpty())
                    .as("seed %s", seed)
                    .isFalse();
            for (RasterPage page : document.pages()) {
                assertThat(lineCount(page))
                        .as("seed %s", seed)
                        .isEqualTo(page.header().height());
            }
        }
    }

    private static int lineCount(RasterPage page) throws RasterFault {
        int[] lines = new int[1];
        page.read((count, pixels) -> lines[0] += count);
        return lines[0];
    }

    private static List<List<Integer>> lines(RasterPage page) throws RasterFault {
        List<List<Integer>> lines = new ArrayList<>();
        page.read((count, pixels) -> {
            List<Integer> line = new ArrayList<>();
            for (byte pixel : pixels) {
                line.add(pixel & 0xFF);
            }
            for (int i = 0; i < count; i++) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static String checksum(RasterPage page) throws RasterFault {
        CRC32 sum = new CRC32();
        page.read((count, pixels) -> {
            for (int i = 0; i < count; i++) {
                sum.update(pixels);
            }
        });
        return String.format("%08x", sum.getValue());
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = RasterDocumentTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
