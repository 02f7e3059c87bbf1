package org.yici.bench.printer;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is at one moment.
 *
 * @param id counts from 1
 * @param format empty until the document has arrived
 * @param reason the keyword of RFC 8011 5.3.8 that says why the job is in its state
 */
public record PrintJob(
        int id,
        String name,
        String user,
        JobTicket ticket,
        JobState state,
        String reason,
        Optional<DocumentFormat> format,
        int octets,
        Progress progress,
        Moments moments) {

    static PrintJob create(int id, String name, String user, JobTicket ticket, Instant now) {
        return new PrintJob(
                id,
                name,
                user,
                ticket,
                JobState.PENDING,
                "job-incoming",
                Optional.empty(),
                0,
                Progress.NONE,
                Moments.created(now));
    }

    /** How many pages the document has; empty until it has arrived and was understood. */
    public Optional<Integer> pages() {
        return progress.pages();
    }

    /** How many of its pages lie in the tray or were taken from it. */
    public int printed() {
        return progress.printed();
    }

    /** How many sheets of it lie in the tray or were taken from it. */
    public int sheets() {
        return progress.sheets();
    }

    public Instant createdAt() {
        return moments.created();
    }

    public Optional<Instant> processingAt() {
        return moments.processing();
    }

    public Optional<Instant> completedAt() {
        return moments.completed();
    }

    /** The same job when the whole of its document is there. */
    public PrintJob arrived(Document document) {
        return new PrintJob(
                id,
                name,
                user,
                ticket,
                state,
                "none",
                Optional.of(document.format()),
                document.bytes().length,
                progress,
                moments);
    }

    PrintJob understood(int pages) {
        return with(progress.understood(pages));
    }

    PrintJob sheetOut(int sides) {
        return with(progress.sheetOut(sides));
    }

    PrintJob processing(Instant now) {
        return now(JobState.PROCESSING, "job-printing", moments.processing(now));
    }

    PrintJob waiting() {
        return now(JobState.STOPPED, "printer-stopped", moments);
    }

    PrintJob stopping() {
        return now(state, "processing-to-stop-point", moments);
    }

    PrintJob over(JobState state, String reason, Instant now) {
        return now(state, reason, moments.over(now));
    }

    private PrintJob with(Progress progress) {
        return new PrintJob(id, name, user, ticket, state, reason, format, octets, progress, moments);
    }

    private PrintJob now(JobState state, String reason, Moments moments) {
        return new PrintJob(id, name, user, ticket, state, reason, format, octets, progress, moments);
    }
}
