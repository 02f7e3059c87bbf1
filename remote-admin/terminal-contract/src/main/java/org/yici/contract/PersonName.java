package org.yici.contract;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;

/**
 * A person's name as a card, a register or a document writes it, and the one rule by which names are compared, whoever compares them.
 *
 * <p>Two names are the same if they are equal after these steps, in this order:
 *
 * <ol>
 *   <li>GBK's letters in the private use area become those of Unicode ({@link PrivateUseLetters}): U+E863 is U+4DAE.
 *   <li>Compatibility forms become what they stand for (Unicode NFKC): U+F9F4 is U+6797, U+2F29 is U+5C0F, full-width and half-width forms are the plain
 *       ones, letters with marks are composed.
 *   <li>A dot between the parts of a name is one separator, whichever dot it is, and so is a space; several in a row are one, and none
 *       counts before the first or after the last part.
 *   <li>Latin letters are compared without case: foreign residents' cards are printed in capitals, registers are not.
 *   <li>Variation selectors, which choose between shapes of one letter, are left out.
 * </ol>
 *
 * <p>Nothing else is folded. Traditional and simplified letters, letters that look alike (U+5DF1 and U+5DF2, Latin A and Cyrillic А, U+3007
 * and U+25CB), letters with and without marks, hyphens, apostrophes, and a name with and without a separator are different
 * names. Personal: prints nothing of itself.
 *
 * @param text as it was read
 */
public record PersonName(String text) {
    /** What stands between the parts of a name after NFKC, which has made others of these ({@code U+FF0E U+FF65 U+2024 U+0387}). */
    private static final Set<Integer> DOTS = Set.of(
            (int) '.', 0x00B7, // middle dot, as GB 18030 has it (A1A4)
            0x2022, // bullet
            0x2027, // hyphenation point
            0x2219, // bullet operator
            0x22C5, // dot operator
            0x25CF, // black circle
            0x2E31, // word separator middle dot
            0x2E33, // raised dot
            0x30FB, // katakana middle dot, as GBK has it in other tables (A1A4)
            0xA78F); // sinological dot

    private static final int SEPARATOR = 0x00B7;
    /** Its lower case is an i with a mark, not an i. */
    private static final int CAPITAL_I_WITH_DOT = 0x0130;

    /** Whether both are the name of one person. A name without a letter is nobody's. */
    public boolean sameAs(PersonName other) {
        String mine = compared();
        return !mine.isEmpty() && mine.equals(other.compared());
    }

    private String compared() {
        StringBuilder standard = new StringBuilder();
        text.codePoints().map(PrivateUseLetters::standard).forEach(standard::appendCodePoint);
        StringBuilder compared = new StringBuilder();
        boolean separated = false;
        for (int letter : Normalizer.normalize(standard, Normalizer.Form.NFKC)
                .codePoints()
                .filter(letter -> !isVariationSelector(letter))
                .toArray()) {
            if (isSeparator(letter)) {
                separated = true;
            } else {
                if (separated && compared.length() > 0) {
                    compared.appendCodePoint(SEPARATOR);
                }
                separated = false;
                compared.appendCodePoint(withoutCase(letter));
            }
        }
        return compared.toString();
    }

    private static boolean isSeparator(int letter) {
        return DOTS.contains(letter) || Character.isSpaceChar(letter) || Character.isWhitespace(letter);
    }

    private static boolean isVariationSelector(int letter) {
        return letter >= 0xFE00 && letter <= 0xFE0F || letter >= 0xE0100 && letter <= 0xE01EF;
    }

    private static int withoutCase(int letter) {
        boolean folded = UnicodeScript.of(letter) == UnicodeScript.LATIN && letter != CAPITAL_I_WITH_DOT;
        return folded ? Character.toLowerCase(letter) : letter;
    }

    @Override
    public String toString() {
        return "PersonName";
    }
}
