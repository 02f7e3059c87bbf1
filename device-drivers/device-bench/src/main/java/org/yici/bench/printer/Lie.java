package org.yici.bench.printer;

/** Ways in which a printer does other than it says; any number of them at once. Named as scripts call their switches. */
public enum Lie {
    /** No sheet comes out, and the job ends as completed. */
    PRINTS_NOTHING("printer-prints-nothing"),
    /** The first sheet of a job comes out and no other, and the job ends as completed. */
    PRINTS_ONE_SHEET("printer-prints-one-sheet"),
    /** The count of what came out is not said. */
    COUNT_ABSENT("printer-count-absent"),
    /** Impressions are counted once they are rendered, whatever came out; sheets are counted rightly. */
    COUNTS_RENDERED("printer-counts-rendered"),
    /** Impressions and sheets are said to be as many as the document has pages, whatever came out. */
    COUNTS_FALSELY("printer-counts-falsely"),
    /** A job that was taken is printed, but asked after it is not known. */
    FORGETS_JOBS("printer-forgets-jobs"),
    /** A job stays in processing, and nothing more of it comes out. */
    NEVER_ENDS("printer-never-ends"),
    /** A cancellation is confirmed and not carried out. */
    IGNORES_CANCEL("printer-ignores-cancel");

    private final String switchName;

    Lie(String switchName) {
        this.switchName = switchName;
    }

    public String switchName() {
        return switchName;
    }
}
