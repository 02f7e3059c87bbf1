package org.yici.device;

/** Which sides of a sheet are printed on, as IPP's {@code sides} (RFC 8011, 5.2.8). */
public enum Sides {
    ONE_SIDED(1),
    /** Turned over like a book. */
    TWO_SIDED_LONG_EDGE(2),
    /** Turned over like a notepad. */
    TWO_SIDED_SHORT_EDGE(2);

    private final int aSheet;

    Sides(int aSheet) {
        this.aSheet = aSheet;
    }

    /** How many sides of a sheet are printed on. */
    public int aSheet() {
        return aSheet;
    }

    /** How many sheets {@code pages} take. */
    public int sheets(int pages) {
        return (pages + aSheet - 1) / aSheet;
    }

    /** How many sheets are printed on all their sides after {@code pages}. */
    public int wholeSheets(int pages) {
        return pages / aSheet;
    }
}
