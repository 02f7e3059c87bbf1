package org.yici.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    private static boolean same(String one, String other) {
        boolean same = new PersonName(one).sameAs(new PersonName(other));
        assertThat(new PersonName(other).sameAs(new PersonName(one)))
                .as("the other way round")
                .isEqualTo(same);
        return same;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00B7, 0x2022, 0xFF0E, 0x30FB, 0x2027, 0x0020, 0x3000, 0x00A0, 0x002E, 0xFF65, 0x2219, 0x22C5, 0x0387,
                0x2024, 0x2E31, 0x25CF, 0xA78F
            })
    void knowsEveryDotBetweenThePartsOfAName(int dot) {
        String separator = Character.toString(dot);
        assertThat(same("阿依古丽·麦麦提", "阿依古丽" + separator + "麦麦提")).isTrue();
        assertThat(same("阿依古丽·麦麦提", " 阿依古丽 " + separator + "\u3000麦麦提" + separator))
                .isTrue();
        assertThat(same("阿依古丽·麦麦提·艾力", "阿依古丽" + separator + "麦麦提" + separator + "艾力"))
                .isTrue();
        assertThat(same("阿依古丽麦麦提", "阿依古丽" + separator + "麦麦提"))
                .as("no separator")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "U+F9F4 U+77E5, U+6797 U+77E5", // 林 of the Korean standard
        "U+2F29 U+660E, U+5C0F U+660E", // the radical 小
        "U+E863 U+8FDC, U+4DAE U+8FDC", // 䶮
        "U+E81E U+8FDC, U+9FB4 U+8FDC",
        "U+E816, U+20087",
        "U+2F804, U+4F60", // 你 of the supplement
        "U+FF21 U+FF44, U+0041 U+0064", // full width
        "U+FF76 U+FF9E, U+30AC", // half width with its mark
        "U+0045 U+0301, U+00C9", // composed and not
        "U+845B U+E0100, U+845B", // a shape of one letter
        "U+0041 U+0044 U+0041, U+0061 U+0064 U+0061", // capitals
        "U+00C9 U+0041, U+00E9 U+0061"
    })
    void foldsFormsOfOneLetter(String one, String other) {
        assertThat(same(text(one), text(other))).isTrue();
    }

    /** Names that merely look alike. */
    @ParameterizedTest
    @CsvSource({
        "U+5DF1, U+5DF2", // 己 已
        "U+672A, U+672B", // 未 末
        "U+571F, U+58EB", // 土 士
        "U+9EC4, U+9EC3", // 黄 黃
        "U+6237, U+6236", // 户 戶
        "U+4DAE, U+9F91", // 䶮 龑
        "U+3007, U+25CB", // 〇 ○
        "U+30CB, U+4E8C", // ニ 二
        "U+0041, U+0410", // Latin and Cyrillic
        "U+0069, U+0131", // i and dotless i
        "U+0130, U+0069",
        "U+0045, U+00C9", // without and with its mark
        "U+004A U+002D U+0042, U+004A U+0020 U+0042", // hyphen and space
        "U+0053 U+0053, U+00DF",
        "U+E865, U+9FBB" // a private letter that GBK does not have
    })
    void keepsApartWhatMerelyLooksAlike(String one, String other) {
        assertThat(same(text(one), text(other))).isFalse();
    }

    @Test
    void aNameWithoutALetterIsNobodys() {
        assertThat(same(" · ", " · ")).isFalse();
        assertThat(same("", "")).isFalse();
    }

    @Test
    void printsNothingOfItself() {
        assertThat(new PersonName("林知夏")).hasToString("PersonName");
    }

    /** What this Java knows of GB 18030 says the same of each letter; older ones still say the private one of some. */
    @Test
    void agreesWithTheStandardOfThisJavaOnEachPrivateLetter() {
        Charset standard = Charset.forName("GB18030");
        int agreed = 0;
        int privateOne = 0xE815;
        for (int second = 0x50; second <= 0xA0; second++) {
            if (second == 0x7F) {
                continue;
            }
            String decoded = new String(new byte[] {(byte) 0xFE, (byte) second}, standard);
            if (decoded.codePointAt(0) != privateOne) {
                assertThat(same(decoded, Character.toString(privateOne)))
                        .as("FE%02X", second)
                        .isTrue();
                agreed++;
            }
            privateOne++;
        }
        assertThat(privateOne).isEqualTo(0xE865);
        assertThat(agreed).isGreaterThanOrEqualTo(56);
    }

    private static String text(String codePoints) {
        StringBuilder text = new StringBuilder();
        for (String one : codePoints.strip().split(" ")) {
            text.appendCodePoint(Integer.parseInt(one.substring(2), 16));
        }
        return text.toString();
    }
}
