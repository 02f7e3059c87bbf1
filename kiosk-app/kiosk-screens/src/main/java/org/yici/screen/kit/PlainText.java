package org.yici.screen.kit;

/** Text from outside made harmless before it is laid out: no control characters, no direction marks, no endless length. */
final class PlainText {
    private static final int LONGEST = 400;

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST + 1).forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r') {
                plain.append(' ');
            } else if (isShown(c)) {
                plain.appendCodePoint(c);
            }
        });
        if (plain.codePointCount(0, plain.length()) > LONGEST) {
            plain.setLength(plain.offsetByCodePoints(0, LONGEST));
            plain.append('…');
        }
        return plain.toString().strip();
    }

    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
