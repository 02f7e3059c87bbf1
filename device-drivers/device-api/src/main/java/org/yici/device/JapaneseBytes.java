package org.yici.device;

/**
 * Whether bytes are Japanese in Shift_JIS and not Chinese in GB 18030, where both can be read. Chinese text hardly ever does without the
 * 7,000 characters of GB 2312 (both bytes from 0xA1 on); Japanese text has kana (rows 4 and 5 of JIS X 0208), or a few words in kanji.
 */
final class JapaneseBytes {
    /** A name of two or three rare letters is Chinese; so many of them and not one of GB 2312 are not. */
    private static final int MANY = 4;

    private JapaneseBytes() {}

    static boolean isCertain(byte[] bytes) {
        int pairs = 0;
        boolean kana = false;
        for (int i = 0; i < bytes.length; i++) {
            int first = bytes[i] & 0xFF;
            if (first < 0x80) {
                continue;
            }
            if (i + 1 == bytes.length) {
                return false;
            }
            i++;
            int second = bytes[i] & 0xFF;
            if (!isLead(first) || second < 0x40 || first >= 0xA1 && second >= 0xA1) {
                return false;
            }
            pairs++;
            kana |= isKana(first << 8 | second);
        }
        return (kana || pairs >= MANY)
                && TextOfCode.strictly(TextOfCode.WINDOWS_31J, bytes).isPresent();
    }

    private static boolean isLead(int first) {
        return first <= 0x9F || first >= 0xE0 && first <= 0xFC;
    }

    /** Hiragana and katakana in Shift_JIS. */
    private static boolean isKana(int pair) {
        return pair >= 0x829F && pair <= 0x82F1 || pair >= 0x8340 && pair <= 0x8396;
    }
}
