package org.yici.check.residue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeedlesTest {
    private static final long SEED = 20261122;

    @Test
    void findsExactlyWhatASlowSearchFinds() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            // Three letters only: many near misses, overlaps and needles within needles.
            byte[] hay = letters(random, 400);
            List<byte[]> needles = IntStream.range(0, 20)
                    .mapToObj(i -> withoutZerosOnly(letters(random, 4 + random.nextInt(5))))
                    .toList();
            assertThat(found(needles, hay, hay.length))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(slow(needles, hay));
        }
    }

    @Test
    void findsWhatLiesAcrossPiecesOfEverySize() throws IOException {
        byte[] hay = new byte[120];
        byte[] needle = "000101198802290029".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(needle, 0, hay, 51, needle.length);
        for (int piece = 1; piece <= hay.length; piece++) {
            assertThat(found(List.of(needle), hay, piece))
                    .as("pieces of %d", piece)
                    .containsExactly("0 x 1");
        }
    }

    @Test
    void countsWhatItFindsOnceOnly() throws IOException {
        byte[] hay = "abcdabcdabcd".getBytes(StandardCharsets.US_ASCII);
        Hits hits = new Hits();
        new Hay(new Needles(List.of(Needle.parse("61626364"))), hits, "hay", 0x1000)
                .search(new ByteArrayInputStream(hay)::read);
        assertThat(hits.all()).hasSize(1);
        assertThat(hits.all().get(0).count()).isEqualTo(3);
        assertThat(hits.all().get(0).where()).containsExactly("hay @ 0x1000", "hay @ 0x1004", "hay @ 0x1008");
    }

    @Test
    void refusesWhatWouldBeFoundEverywhere() {
        assertThatThrownBy(() -> Needle.parse("000000")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Needle.parse("00000000..01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Needle.parse("0101..0101..")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsPixelsWhateverTheirFourthByteIs() throws IOException {
        Hits hits = new Hits();
        byte[] hay = HexFormat.of().parseHex("ffff0b57a4ff14202e000b57a40014202f00");
        new Hay(new Needles(List.of(Needle.parse("0b57a4..14202e.."))), hits, "hay", 0)
                .search(new ByteArrayInputStream(hay)::read);
        assertThat(hits.all()).hasSize(1);
        assertThat(hits.all().get(0).where()).containsExactly("hay @ 0x2");
    }

    private static Needle needle(byte[] bytes) {
        return Needle.parse(HexFormat.of().formatHex(bytes));
    }

    private static byte[] withoutZerosOnly(byte[] needle) {
        needle[1] = 'a';
        return needle;
    }

    private static byte[] letters(Random random, int length) {
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) "ab\0".charAt(random.nextInt(3));
        }
        return letters;
    }

    /** How often each needle is found, all of them looked for at once, the hay fed in pieces. */
    private static List<String> found(List<byte[]> needles, byte[] hay, int piece) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(hay);
        Hits hits = new Hits();
        new Hay(new Needles(needles.stream().map(NeedlesTest::needle).toList()), hits, "", 0)
                .search((to, at, length) -> in.read(to, at, Math.min(piece, length)));
        return hits.all().stream()
                .map(hit -> hit.needle() + " x " + hit.count())
                .sorted()
                .toList();
    }

    private static List<String> slow(List<byte[]> needles, byte[] hay) {
        List<String> found = new ArrayList<>();
        for (int n = 0; n < needles.size(); n++) {
            byte[] needle = needles.get(n);
            long count = IntStream.rangeClosed(0, hay.length - needle.length)
                    .filter(i -> Arrays.equals(needle, Arrays.copyOfRange(hay, i, i + needle.length)))
                    .count();
            if (count > 0) {
                found.add(n + " x " + count);
            }
        }
        return found.stream().sorted().toList();
    }
}
