package org.yici.base;

import java.util.Set;
import java.util.regex.Pattern;

/** How names and numbers of citizens are shown on a screen that others may see. */
public final class Masking {
    /** The compound surnames that are common today; all others have one character. */
    private static final Set<String> COMPOUND_SURNAMES =
            Set.of("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "端木", "百里", "南宫", "欧陽");

    private static final Pattern GIVEN = Pattern.compile("(\\S)(\\S*)");

    private Masking() {}

    /**
     * 林知夏 becomes 林*夏, 林夏 becomes 林*, 欧阳若兰 becomes 欧阳**, JOHN DOE becomes J*** DOE, and DOE, JANE ANN becomes
     * DOE, J*** A**. A name of one character is shown as {@code *}. What cannot be seen is no letter and gets no star.
     */
    public static String name(String name) {
        String visible = name.codePoints()
                .filter(VisibleText::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        int[] letters = visible.codePoints().toArray();
        if (letters.length == 0) {
            return "*";
        }
        if (letters[0] < 0x80) {
            return latin(visible);
        }
        if (letters.length == 1) {
            return "*";
        }
        if (letters.length > 2 && COMPOUND_SURNAMES.contains(new String(letters, 0, 2))) {
            return new String(letters, 0, 2) + "*".repeat(letters.length - 2);
        }
        String first = new String(letters, 0, 1);
        if (letters.length == 2) {
            return first + "*";
        }
        return first + "*".repeat(letters.length - 2) + new String(letters, letters.length - 1, 1);
    }

    private static String latin(String name) {
        int comma = name.indexOf(',');
        if (comma >= 0) {
            return name.substring(0, comma + 1)
                    + GIVEN.matcher(name.substring(comma + 1))
                            .replaceAll(word ->
                                    word.group(1) + "*".repeat(word.group(2).length()));
        }
        int space = name.indexOf(' ');
        String given = space < 0 ? name : name.substring(0, space);
        String rest = space < 0 ? "" : name.substring(space);
        return given.charAt(0) + "*".repeat(given.length() - 1) + rest;
    }

    /** The first four and the last four characters; the others as stars. Numbers of up to eight characters are all stars. */
    public static String number(String number) {
        int length = number.length();
        return length <= 8
                ? "*".repeat(length)
                : number.substring(0, 4) + "*".repeat(length - 8) + number.substring(length - 4);
    }
}
