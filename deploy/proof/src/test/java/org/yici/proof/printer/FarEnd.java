package org.yici.proof.printer;

import java.util.Set;
import org.yici.bench.printer.Lie;

/** What stands at the other end of the printer's wire. */
enum FarEnd {
    HONEST("an honest printer", 1),
    PRINTS_NOTHING("\"completed\", 0 impressions, no paper", 1, Lie.PRINTS_NOTHING),
    RENDERED("\"completed\", 1 impression and 0 sheets, no paper", 1, Lie.PRINTS_NOTHING, Lie.COUNTS_RENDERED),
    COUNT_ABSENT("count absent, paper", 1, Lie.COUNT_ABSENT),
    COUNT_ABSENT_NOTHING("count absent, no paper", 1, Lie.COUNT_ABSENT, Lie.PRINTS_NOTHING),
    JOB_LOST("job lost, paper", 1, Lie.FORGETS_JOBS),
    JOB_LOST_NOTHING("job lost, no paper", 1, Lie.FORGETS_JOBS, Lie.PRINTS_NOTHING),
    STUCK("job stuck, ends when cancelled", 1, Lie.NEVER_ENDS),
    STUCK_FOR_GOOD("job stuck, also when cancelled", 1, Lie.NEVER_ENDS, Lie.IGNORES_CANCEL),
    HALF("two pages, one sheet, count 1", 2, Lie.PRINTS_ONE_SHEET),
    HALF_RENDERED("two pages, one sheet, 2 impressions and 1 sheet", 2, Lie.PRINTS_ONE_SHEET, Lie.COUNTS_RENDERED),
    HALF_ABSENT("two pages, one sheet, count absent", 2, Lie.PRINTS_ONE_SHEET, Lie.COUNT_ABSENT),
    INVENTED("both counts invented, no paper", 1, Lie.PRINTS_NOTHING, Lie.COUNTS_FALSELY),
    HALF_INVENTED("two pages, one sheet, both counts invented", 2, Lie.PRINTS_ONE_SHEET, Lie.COUNTS_FALSELY);

    private final String words;
    private final int pages;
    private final Set<Lie> lies;

    FarEnd(String words, int pages, Lie... lies) {
        this.words = words;
        this.pages = pages;
        this.lies = Set.of(lies);
    }

    /** As the table names it. */
    String words() {
        return words;
    }

    int pages() {
        return pages;
    }

    Set<Lie> lies() {
        return lies;
    }

    /** The job is still in the printer when everybody has given up. */
    boolean keepsTheJob() {
        return lies.contains(Lie.IGNORES_CANCEL);
    }

    /** The evidence itself is made up: nothing that is said over the wire gives it away. */
    boolean inventsEvidence() {
        return lies.contains(Lie.COUNTS_FALSELY);
    }
}
