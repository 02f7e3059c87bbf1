package org.yici.catalogue.search;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which terms and queries are compared. */
public final class TextForm {
    private TextForm() {}

    /**
     * NFKC, small letters, without punctuation; a space stands between words of Latin letters and nowhere else.
     */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder form = new StringBuilder(plain.length());
        boolean gap = false;
        for (int at = 0; at < plain.length(); ) {
            int point = plain.codePointAt(at);
            at += Character.charCount(point);
            if (!Character.isLetterOrDigit(point)) {
                gap = true;
                continue;
            }
            if (gap && !form.isEmpty() && !isHan(point) && !isHan(form.codePointBefore(form.length()))) {
                form.append(' ');
            }
            gap = false;
            form.appendCodePoint(point);
        }
        return form.toString();
    }

    public static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
