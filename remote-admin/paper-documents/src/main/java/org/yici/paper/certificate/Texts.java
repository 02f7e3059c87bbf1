package org.yici.paper.certificate;

/** The rule for texts on paper. */
final class Texts {
    private Texts() {}

    /**
     * Refuses blank and overlong texts, control characters, lone surrogates, and formatting characters, which could reorder or hide
     * what is read. The message does not repeat the text.
     */
    static void require(String what, String text, int mostCharacters) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > mostCharacters) {
            throw new IllegalArgumentException("the " + what + " must have 1 to " + mostCharacters + " characters");
        }
        if (!text.codePoints().allMatch(Texts::isVisible)) {
            throw new IllegalArgumentException("the " + what + " holds a character that cannot be printed");
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
