package org.yici.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitArray;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bits as ISO/IEC 18004:2015, 7.4 has them; version 1 unless said. */
class QrContentTest {
    private final BitArray bits = new BitArray();

    private QrContentTest put(int value, int count) {
        bits.appendBits(value, count);
        return this;
    }

    private QrContentTest putBytes(byte... bytes) {
        put(0b0100, 4).put(bytes.length, 8);
        for (byte one : bytes) {
            put(one & 0xFF, 8);
        }
        return this;
    }

    private QrContent read() {
        return QrContent.of(codewords(), 1).orElseThrow();
    }

    private byte[] codewords() {
        put(0, 4);
        byte[] codewords = new byte[bits.getSizeInBytes()];
        bits.toBytes(0, codewords, 0, Math.min(codewords.length, (bits.getSize() + 7) / 8));
        return codewords;
    }

    @Test
    void readsTheStandardsExampleOfDigits() {
        put(0b0001, 4).put(8, 10).put(12, 10).put(345, 10).put(67, 7);
        assertThat(read().text()).isEqualTo("01234567");
    }

    @Test
    void readsTheStandardsExampleOfLetters() {
        put(0b0010, 4).put(5, 9).put(462, 11).put(1849, 11).put(2, 6);
        assertThat(read().text()).isEqualTo("AC-42");
    }

    @Test
    void readsThePercentSignAsSeparatorAfterFnc1() {
        // A%%B%C: pairs A%, %B, %C.
        put(0b0101, 4)
                .put(0b0010, 4)
                .put(6, 9)
                .put(10 * 45 + 38, 11)
                .put(38 * 45 + 11, 11)
                .put(38 * 45 + 12, 11);
        assertThat(read().text()).isEqualTo("A%B\u001DC");
    }

    @Test
    void readsKanji() {
        put(0b1000, 4).put(2, 8).put(0xD9F, 13).put(0x1AAA, 13);
        assertThat(read().text()).isEqualTo("点茗");
        assertThat(read().bytes()).isEqualTo("点茗".getBytes(Charset.forName("Shift_JIS")));
    }

    @Test
    void readsTheChineseMode() {
        byte[] pair = "厅".getBytes(Charset.forName("GB2312"));
        int value = ((pair[0] & 0xFF) - 0xA6) * 0x60 + (pair[1] & 0xFF) - 0xA1;
        put(0b1101, 4).put(1, 4).put(1, 8).put(value, 13);
        assertThat(read().text()).isEqualTo("厅");
    }

    @Test
    void joinsALetterThatAnEncoderPartedBetweenSegments() {
        byte[] letter = "厅".getBytes(StandardCharsets.UTF_8);
        putBytes(letter[0]).putBytes(letter[1], letter[2]);
        assertThat(read().text()).isEqualTo("厅");
    }

    @Test
    void respectsEachEci() {
        put(0b0111, 4).put(29, 8).putBytes("厅".getBytes(Charset.forName("GB18030")));
        put(0b0001, 4).put(1, 10).put(7, 4);
        put(0b0111, 4).put(26, 8).putBytes("堂".getBytes(StandardCharsets.UTF_8));
        assertThat(read().text()).isEqualTo("厅7堂");
    }

    @Test
    void readsBytesBelowAnUnknownEciByTheRule() {
        put(0b0111, 4).put(0b10, 2).put(899, 14).putBytes("厅".getBytes(StandardCharsets.UTF_8));
        assertThat(read().text()).isEqualTo("厅");
    }

    @Test
    void tellsThePartOfASpreadMessage() {
        put(0b0011, 4).put(0x12, 8).put(0x55, 8).putBytes((byte) 'x');
        assertThat(read().text()).isEqualTo("x");
    }

    @Test
    void tellsNothingOfBrokenCodewords() {
        assertThat(QrContent.of(new byte[0], 1)).isEmpty();
        assertThat(QrContent.of(new byte[] {0}, 1)).isEmpty();
        assertThat(QrContent.of(new byte[] {0x4F, (byte) 0xF0, 1}, 1))
                .as("255 bytes said")
                .isEmpty();
        assertThat(QrContent.of(new byte[] {0x10, 0x0F, (byte) 0xFF}, 1))
                .as("1023 for three digits")
                .isEmpty();
    }

    @Test
    void meetsAnyCodewordsWithoutAnException() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] codewords = new byte[random.nextInt(80)];
            random.nextBytes(codewords);
            assertThat(QrContent.of(codewords, 1 + random.nextInt(40))).isNotNull();
        }
    }

    /** As libqrencode does: any pair of bytes that could be Shift_JIS in Kanji mode, whatever it is. */
    private QrContentTest putPacked(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            int pair = i + 1 < bytes.length ? (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF : 0;
            boolean low = pair >= 0x8140 && pair <= 0x9FFC;
            boolean high = pair >= 0xE040 && pair <= 0xEBBF;
            if ((low || high) && (pair & 0xFF) >= 0x40) {
                int folded = pair - (low ? 0x8140 : 0xC140);
                put(0b1000, 4).put(1, 8).put((folded >> 8) * 0xC0 + (folded & 0xFF), 13);
                i++;
            } else {
                putBytes(bytes[i]);
            }
        }
        return this;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "姓名：王梓婷 办事码",
                "闫婷婷",
                "张三",
                "欧阳娜娜 12",
                "王堃",
                "陈喆",
                "𠮷野",
                "中华人民共和国",
                "a闫b",
            })
    void readsChineseThatWasPackedInKanjiMode(String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            QrContentTest code = new QrContentTest().putPacked(text.getBytes(charset));
            assertThat(code.read().text()).as(charset.name()).isEqualTo(text);
            assertThat(code.read().bytes()).isEqualTo(text.getBytes(charset));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"東京", "No.東京", "日本語テスト", "①②Ⅰ㈱", "こんにちは", "点茗", "ﾄｳｷｮｳは東京", "人", "～－∥"})
    void leavesJapaneseAsItIs(String text) {
        assertThat(putPacked(text.getBytes(Charset.forName("windows-31j")))
                        .read()
                        .text())
                .isEqualTo(text);
    }

    @Test
    void tellsTheApplicationIndicatorBeforeTheMessage() {
        put(0b1001, 4).put(37, 8).putBytes("AA1234BBB112".getBytes(StandardCharsets.US_ASCII));
        assertThat(read().text()).isEqualTo("37AA1234BBB112");
        QrContentTest letter = new QrContentTest();
        letter.put(0b1001, 4).put('A' + 100, 8).putBytes((byte) 'x');
        assertThat(letter.read().text()).isEqualTo("Ax");
    }

    @ParameterizedTest
    @CsvSource({
        "29, GB2312",
        "31, GBK",
        "32, GB18030",
        "20, windows-31j",
        "28, Big5",
        "26, UTF-8",
        "33, UTF-16LE",
        "34, UTF-32BE"
    })
    void readsTheCharacterSetsThatAnEciNames(int eci, String charset) {
        put(0b0111, 4).put(eci, 8).putBytes("天地人".getBytes(Charset.forName(charset)));
        assertThat(read().text()).isEqualTo("天地人");
    }
}
