package org.yici.driver.sdt;

import java.nio.charset.StandardCharsets;

/** A card in the citizen's layout that nobody has: its number is of no region. */
final class NobodysCard {
    private NobodysCard() {}

    static byte[] text() {
        String fields = "样".repeat(15)
                + "9"
                + "97"
                + "19000101"
                + "样".repeat(35)
                + "000000190001010009"
                + "样".repeat(15)
                + "19000101"
                + "20991231"
                + " ".repeat(18);
        return fields.getBytes(StandardCharsets.UTF_16LE);
    }
}
