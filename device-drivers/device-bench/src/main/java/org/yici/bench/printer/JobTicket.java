package org.yici.bench.printer;

/** How a job is to be printed. */
public record JobTicket(Sides sides, Medium medium) {
    /** What happens when nothing is asked for. */
    public static final JobTicket DEFAULT = new JobTicket(Sides.ONE_SIDED, Medium.A4);
}
