package org.yici.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextOfCodeTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CHINESE = "办事大厅𠮷龘 12-3";

    @Test
    void takesSoundUtf8ForUtf8() {
        assertThat(TextOfCode.of(CHINESE.getBytes(StandardCharsets.UTF_8))).isEqualTo(CHINESE);
        assertThat(TextOfCode.of("https://y.cn/?a=é".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("https://y.cn/?a=é");
    }

    @Test
    void takesWhatIsNotUtf8ForGb18030WithFourBytesToo() {
        assertThat(TextOfCode.of(CHINESE.getBytes(GB18030))).isEqualTo(CHINESE);
    }

    @Test
    void readsAnyBytesAsSomeText() {
        byte[] neither = {'a', (byte) 0xFF, (byte) 0x80, 'b'};
        assertThat(TextOfCode.of(neither)).isEqualTo("a\u00FF\u0080b");
        assertThat(TextOfCode.of(new byte[0])).isEmpty();
    }

    @Test
    void believesTheNamedCharacterSetOnlyIfTheBytesFit() {
        Charset cyrillic = Charset.forName("ISO-8859-5");
        assertThat(TextOfCode.of("дом".getBytes(cyrillic), cyrillic)).isEqualTo("дом");
        assertThat(TextOfCode.of(CHINESE.getBytes(GB18030), StandardCharsets.UTF_8))
                .isEqualTo(CHINESE);
    }

    /** Known and meant: nobody can tell these apart without ECI. */
    @Test
    void takesALetterThatIsUtf8TooForUtf8() {
        assertThat(TextOfCode.of("一".getBytes(GB18030))).isEqualTo("\u04BB");
    }

    /** From a scanner on a serial line, which tells no modes. */
    @Test
    void takesKanaWithoutAnyCharacterOfGb2312ForJapanese() {
        for (String japanese : List.of("日本語テスト 12", "こんにちは", "東京都港区①")) {
            assertThat(TextOfCode.of(japanese.getBytes(TextOfCode.WINDOWS_31J))).isEqualTo(japanese);
        }
    }

    @Test
    void takesNamesOfRareLettersForChinese() {
        for (String name : List.of("姓名：王梓婷 办事码", "闫婷婷", "堃", "喆堃", "陈堃喆", "王镕", "䶮𠮷")) {
            assertThat(TextOfCode.of(name.getBytes(GB18030))).isEqualTo(name);
        }
    }
}
