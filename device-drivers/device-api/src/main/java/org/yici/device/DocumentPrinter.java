package org.yici.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Prints documents and tells what became of them. Orders queue on the device's thread. */
public interface DocumentPrinter extends Device {
    /** How this printer proves delivery. */
    EvidenceClass evidence();

    /**
     * Prints once. The future never fails: whatever goes wrong is an outcome. It may take as long as the printer waits for paper, up to
     * the driver's limit; then the job is cancelled. A printer that proves nothing ({@link EvidenceClass#CITIZEN_WORD}) answers
     * {@link PrintOutcome.Uncertain} with the fault {@code no-evidence} once the job has ended. Whatever goes wrong once bytes of the
     * document may have left, the driver's own end included, is {@link PrintOutcome.Uncertain} that may still print.
     */
    CompletableFuture<PrintOutcome> print(PrintOrder order, Consumer<? super PrintProgress> progress);

    /**
     * The longest time from one word of {@link #print} to the next: handing over, progress, outcome. A driver that says nothing for longer
     * has failed; its caller stops waiting, and paper may still come.
     */
    default Duration longestSilence(int sheets) {
        return Duration.ofMinutes(10).plusSeconds(30L * sheets);
    }

    /**
     * Cancels whatever is open under {@code jobName} and tells what became of it; for the next session after a crash. Nothing is ever
     * printed by this call. A printer that is at rest and knows no such job answers {@link PrintOutcome.Uncertain} with the fault
     * {@code job-unknown}, and nothing of it will print; without the printer's word the outcome may still print.
     *
     * @param pages how many the document had
     */
    CompletableFuture<PrintOutcome> reconcile(String jobName, int pages, Sides sides);

    /** The same for a document printed on one side. */
    default CompletableFuture<PrintOutcome> reconcile(String jobName, int sheets) {
        return reconcile(jobName, sheets, Sides.ONE_SIDED);
    }
}
