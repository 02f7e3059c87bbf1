package org.yici.kiosk.visit;

import java.util.OptionalInt;

/**
 * What lies in the printer's output for the citizen who leaves.
 *
 * @param sheets empty if that is not known
 */
public record PaperInTray(OptionalInt sheets) {
    public static final PaperInTray NONE = sheets(0);
    public static final PaperInTray UNKNOWN = new PaperInTray(OptionalInt.empty());

    public static PaperInTray sheets(int sheets) {
        return new PaperInTray(OptionalInt.of(sheets));
    }
}
