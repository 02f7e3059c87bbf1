package org.yici.bench.printer;

import java.util.Arrays;
import java.util.Optional;

/** On how many sides of a sheet a job is printed, RFC 8011 5.2.8. */
public enum Sides {
    ONE_SIDED("one-sided", 1),
    /** Turned like the leaf of a book. */
    LONG_EDGE("two-sided-long-edge", 2),
    /** Turned like the leaf of a pad. */
    SHORT_EDGE("two-sided-short-edge", 2);

    private final String keyword;
    private final int perSheet;

    Sides(String keyword, int perSheet) {
        this.keyword = keyword;
        this.perSheet = perSheet;
    }

    public String keyword() {
        return keyword;
    }

    /** How many pages go on a sheet: 1 or 2. */
    public int perSheet() {
        return perSheet;
    }

    /** How many sheets so many pages need; the back of the last may stay blank. */
    public int sheets(int pages) {
        return (pages + perSheet - 1) / perSheet;
    }

    public static Optional<Sides> of(String keyword) {
        return Arrays.stream(values())
                .filter(sides -> sides.keyword.equals(keyword))
                .findFirst();
    }
}
