package org.yici.bench.printer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job from its document to its last sheet. One thread. */
final class PrintRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintRun.class);

    private static final String FORMAT_ERROR = "document-format-error";

    private final Printer printer;
    private final int id;
    private final JobTicket ticket;

    PrintRun(Printer printer, int id, JobTicket ticket) {
        this.printer = printer;
        this.id = id;
        this.ticket = ticket;
    }

    @Override
    public void run() {
        try {
            Optional<Document> document = printer.awaitDocument();
            if (document.isPresent()) {
                printer.tray().receive(id, document.get());
                print(document.get());
            } else {
                printer.end(id, JobState.ABORTED, "aborted-by-system");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Job {} broke the printer", id, e);
            printer.over(id, JobState.ABORTED, "aborted-by-system");
        }
    }

    private void print(Document document) throws InterruptedException {
        try (Pages pages = Pages.of(document)) {
            printer.change(id, job -> job.understood(pages.count()));
            int page = 0;
            while (page < pages.count() && printer.drawIn(id)) {
                page += pass(pages, page);
            }
            if (pages.isWhole()) {
                printer.end(id, JobState.COMPLETED, "job-completed-successfully");
            } else {
                printer.end(id, JobState.ABORTED, FORMAT_ERROR);
            }
        } catch (IOException e) {
            LOG.warn("The document of job {} is no {}: {}", id, document.format(), e.getMessage());
            printer.over(id, JobState.ABORTED, FORMAT_ERROR);
        }
    }

    /** How many pages are done with: 0 when the sheet was lost on its way and has to be printed once more. */
    private int pass(Pages pages, int first) throws IOException, InterruptedException {
        int end = Math.min(pages.count(), first + ticket.sides().perSheet());
        long due = System.nanoTime() + printer.perPage().toNanos() * (end - first);
        List<OutputTray.Side> sides = new ArrayList<>();
        for (int page = first; page < end; page++) {
            sides.add(new OutputTray.Side(page + 1, pages.png(page, ticket.medium())));
        }
        if (!printer.letPass(due)) {
            return 0;
        }
        if (comesOut(first)) {
            printer.tray().put(new OutputTray.Sheet(id, sides));
            printer.sheetOut(id, sides.size());
        }
        return sides.size();
    }

    private boolean comesOut(int firstPage) {
        return !printer.lies(Lie.PRINTS_NOTHING) && !(printer.lies(Lie.PRINTS_ONE_SHEET) && firstPage > 0);
    }
}
