package org.yici.paper.certificate;

import org.yici.base.VisibleText;

/** The rule for texts on paper. */
final class Texts {
    private Texts() {}

    /**
     * Refuses blank and overlong texts, what cannot be seen ({@link VisibleText}), and private use. The message does not repeat the
     * text.
     */
    static void require(String what, String text, int mostCharacters) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > mostCharacters) {
            throw new IllegalArgumentException("the " + what + " must have 1 to " + mostCharacters + " characters");
        }
        if (!text.codePoints().allMatch(Texts::isPrintable)) {
            throw new IllegalArgumentException("the " + what + " holds a character that cannot be printed");
        }
    }

    /** What only an agreement between two parties gives a meaning has none on paper. */
    private static boolean isPrintable(int codePoint) {
        return VisibleText.isVisible(codePoint) && Character.getType(codePoint) != Character.PRIVATE_USE;
    }
}
