package org.yici.device;

/**
 * One document to print, once.
 *
 * @param jobName names the job at the printer, so that it is found again after a crash; no personal data
 * @param pdf the document; not copied, must not be changed afterwards
 * @param pages how many pages it has, 1 to 200
 */
public record PrintOrder(String jobName, byte[] pdf, int pages, PaperSize paper, Sides sides) {
    /** The most pages that an order may have. */
    public static final int MOST_PAGES = 200;

    public PrintOrder {
        if (jobName.isBlank() || jobName.length() > 127) {
            throw new IllegalArgumentException("a job name has 1 to 127 characters");
        }
        if (pages < 1 || pages > MOST_PAGES) {
            throw new IllegalArgumentException("pages must be 1 to " + MOST_PAGES + ", not " + pages);
        }
    }

    /** On one side of A4. */
    public PrintOrder(String jobName, byte[] pdf, int pages) {
        this(jobName, pdf, pages, PaperSize.A4, Sides.ONE_SIDED);
    }

    /** How many sheets of paper it takes. */
    public int sheets() {
        return sides.sheets(pages);
    }

    @Override
    public String toString() {
        return "PrintOrder[" + jobName + ", " + pages + " pages, " + paper + ", " + sides + "]";
    }
}
