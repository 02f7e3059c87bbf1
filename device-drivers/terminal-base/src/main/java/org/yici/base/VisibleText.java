package org.yici.base;

/**
 * Which code points are letters, marks or spaces that a reader of a screen or a paper can see. What is none of them has no place in the
 * name of a person: it would be counted, compared and covered with a star although nobody sees it.
 */
public final class VisibleText {
    private VisibleText() {}

    /**
     * False for controls, formatting characters (U+200B, direction marks), halves of surrogate pairs, noncharacters (U+FFFF), the
     * replacement character U+FFFD, and what Unicode calls default ignorable, such as variation selectors and fillers.
     *
     * <p>True for private use, where GBK keeps letters, and for what this Java does not know yet: Unicode adds ideographs every few
     * years. Whether a type face can show it is another question.
     */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint != 0xFFFD && !isNoncharacter(codePoint) && !isIgnorable(codePoint);
        };
    }

    /** Whether all of {@code text} can be seen; true for an empty text. */
    public static boolean isVisible(String text) {
        return text.codePoints().allMatch(VisibleText::isVisible);
    }

    /** The Unicode Standard, 23.7: the last two of each plane and U+FDD0 to U+FDEF. */
    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || within(codePoint, 0xFDD0, 0xFDEF);
    }

    /** Default_Ignorable_Code_Point of DerivedCoreProperties.txt, without what is a formatting character already. */
    private static boolean isIgnorable(int codePoint) {
        return codePoint == 0x034F
                || within(codePoint, 0x115F, 0x1160)
                || within(codePoint, 0x17B4, 0x17B5)
                || within(codePoint, 0x180B, 0x180F)
                || codePoint == 0x2065
                || codePoint == 0x3164
                || within(codePoint, 0xFE00, 0xFE0F)
                || codePoint == 0xFFA0
                || within(codePoint, 0xFFF0, 0xFFF8)
                || within(codePoint, 0xE0000, 0xE0FFF);
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
