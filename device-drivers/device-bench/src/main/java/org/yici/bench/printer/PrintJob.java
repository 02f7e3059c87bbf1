package org.yici.bench.printer;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it is at one moment.
 *
 * @param id counts from 1
 * @param reason the keyword of RFC 8011 5.3.8 that says why the job is in its state
 * @param pages how many pages the document has; empty until it has arrived and was understood
 * @param printed how many of them lie in the tray or were taken from it
 */
public record PrintJob(
        int id,
        String name,
        String user,
        JobState state,
        String reason,
        int octets,
        Optional<Integer> pages,
        int printed,
        Instant createdAt,
        Optional<Instant> processingAt,
        Optional<Instant> completedAt) {

    static PrintJob create(int id, String name, String user, Instant now) {
        return new PrintJob(
                id,
                name,
                user,
                JobState.PENDING,
                "job-incoming",
                0,
                Optional.empty(),
                0,
                now,
                Optional.empty(),
                Optional.empty());
    }

    PrintJob arrived(int octets) {
        return new PrintJob(
                id, name, user, state, "none", octets, pages, printed, createdAt, processingAt, completedAt);
    }

    PrintJob understood(int pages) {
        return new PrintJob(
                id,
                name,
                user,
                state,
                reason,
                octets,
                Optional.of(pages),
                printed,
                createdAt,
                processingAt,
                completedAt);
    }

    PrintJob processing(Instant now) {
        return new PrintJob(
                id,
                name,
                user,
                JobState.PROCESSING,
                "job-printing",
                octets,
                pages,
                printed,
                createdAt,
                processingAt.or(() -> Optional.of(now)),
                completedAt);
    }

    PrintJob waiting() {
        return new PrintJob(
                id,
                name,
                user,
                JobState.STOPPED,
                "printer-stopped",
                octets,
                pages,
                printed,
                createdAt,
                processingAt,
                completedAt);
    }

    PrintJob stopping() {
        return new PrintJob(
                id,
                name,
                user,
                state,
                "processing-to-stop-point",
                octets,
                pages,
                printed,
                createdAt,
                processingAt,
                completedAt);
    }

    PrintJob sheetOut() {
        return new PrintJob(
                id, name, user, state, reason, octets, pages, printed + 1, createdAt, processingAt, completedAt);
    }

    PrintJob over(JobState state, String reason, Instant now) {
        return new PrintJob(
                id, name, user, state, reason, octets, pages, printed, createdAt, processingAt, Optional.of(now));
    }
}
