package org.yici.bench.printer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page printer that takes one job at a time, as many do: it draws a page, lets it out after its time, waits when there is
 * no paper and finishes the sheet in its path when a job is cancelled. It can be made to lie. Any thread; each job has a thread of its
 * own.
 */
public final class Printer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);

    /** How long a job created without a document waits for it (multiple-operation-time-out). */
    public static final Duration DOCUMENT_WAIT = Duration.ofSeconds(60);

    private static final int REMEMBERED_JOBS = 200;

    private final Duration perPage;
    private final OutputTray tray;
    private final Clock clock;
    private final Runnable changed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final NavigableMap<Integer, PrintJob> jobs = new TreeMap<>();
    private int lastId;
    private final Set<Lie> lies = EnumSet.noneOf(Lie.class);
    private boolean paperOut;
    private boolean closed;
    private Optional<byte[]> document = Optional.empty();
    private boolean cancelled;

    /**
     * @param perPage how long one page takes from the first drop of toner to the tray
     * @param changed called after every change, on the thread that made it and under no lock
     */
    public Printer(Duration perPage, OutputTray tray, Clock clock, Runnable changed) {
        this.perPage = perPage;
        this.tray = tray;
        this.clock = clock;
        this.changed = changed;
    }

    /** Takes a new job that waits for its document. Empty: busy with another. */
    public Optional<PrintJob> create(String name, String user) {
        PrintJob job;
        lock.lock();
        try {
            if (closed || active().isPresent()) {
                return Optional.empty();
            }
            job = PrintJob.create(++lastId, name, user, clock.instant());
            jobs.put(job.id(), job);
            if (jobs.size() > REMEMBERED_JOBS) {
                jobs.pollFirstEntry();
            }
            document = Optional.empty();
            cancelled = false;
        } finally {
            lock.unlock();
        }
        changed.run();
        Thread thread = new Thread(() -> carryOut(job.id()), "bench-print-" + job.id());
        thread.setDaemon(true);
        thread.start();
        return Optional.of(job);
    }

    /** Hands over the document of a job that waits for it. False: it waits no more. */
    public boolean send(int id, byte[] pdf) {
        lock.lock();
        try {
            if (!isWaitingForDocument(id)) {
                return false;
            }
            document = Optional.of(pdf);
            put(job(id).orElseThrow().arrived(pdf.length));
        } finally {
            lock.unlock();
        }
        changed.run();
        return true;
    }

    /** Whether a job was created and has no document yet. */
    public boolean isWaitingForDocument(int id) {
        lock.lock();
        try {
            return document.isEmpty()
                    && job(id).filter(job -> job.state() == JobState.PENDING).isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Asks for the end of a job; a sheet that is on its way comes out. False: there is nothing to end. */
    public boolean cancel(int id) {
        lock.lock();
        try {
            Optional<PrintJob> job = active().filter(active -> active.id() == id);
            if (job.isEmpty() || cancelled) {
                return false;
            }
            if (lies.contains(Lie.IGNORES_CANCEL)) {
                return true;
            }
            cancelled = true;
            put(job.get().stopping());
        } finally {
            lock.unlock();
        }
        changed.run();
        return true;
    }

    public void paperOut(boolean out) {
        lock.lock();
        try {
            paperOut = out;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        changed.run();
    }

    public boolean isPaperOut() {
        lock.lock();
        try {
            return paperOut;
        } finally {
            lock.unlock();
        }
    }

    /** Makes it lie in this way from now on, or be honest again. */
    public void lie(Lie lie, boolean on) {
        lock.lock();
        try {
            if (on) {
                lies.add(lie);
            } else {
                lies.remove(lie);
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        changed.run();
    }

    public boolean lies(Lie lie) {
        lock.lock();
        try {
            return lies.contains(lie);
        } finally {
            lock.unlock();
        }
    }

    /** The truth about a job. */
    public Optional<PrintJob> job(int id) {
        lock.lock();
        try {
            return Optional.ofNullable(jobs.get(id));
        } finally {
            lock.unlock();
        }
    }

    /** The truth about all jobs that it remembers, the newest first. */
    public List<PrintJob> jobs() {
        lock.lock();
        try {
            return List.copyOf(jobs.descendingMap().values());
        } finally {
            lock.unlock();
        }
    }

    public PrinterState state() {
        lock.lock();
        try {
            if (paperOut) {
                return PrinterState.STOPPED;
            }
            return active().isPresent() ? PrinterState.PROCESSING : PrinterState.IDLE;
        } finally {
            lock.unlock();
        }
    }

    /** Keywords of RFC 8011 5.4.12, never empty. */
    public List<String> stateReasons() {
        lock.lock();
        try {
            if (!paperOut) {
                return List.of("none");
            }
            return active().isPresent() ? List.of("media-empty-error", "media-needed") : List.of("media-empty-error");
        } finally {
            lock.unlock();
        }
    }

    public OutputTray tray() {
        return tray;
    }

    private Optional<PrintJob> active() {
        return jobs.values().stream().filter(job -> !job.state().isOver()).findFirst();
    }

    private void put(PrintJob job) {
        jobs.put(job.id(), job);
        moved.signalAll();
    }

    private void change(int id, UnaryOperator<PrintJob> change) {
        lock.lock();
        try {
            put(change.apply(jobs.get(id)));
        } finally {
            lock.unlock();
        }
        changed.run();
    }

    private void over(int id, JobState state, String reason) {
        change(id, job -> job.over(state, reason, clock.instant()));
    }

    // From here on: the thread of one job.

    private void carryOut(int id) {
        try {
            Optional<byte[]> pdf = awaitDocument();
            if (pdf.isPresent()) {
                tray.receive(id, pdf.get());
                print(id, pdf.get());
            } else {
                end(id, JobState.ABORTED, "aborted-by-system");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Job {} broke the printer", id, e);
            over(id, JobState.ABORTED, "aborted-by-system");
        }
    }

    private void print(int id, byte[] pdf) throws InterruptedException {
        try (Pages pages = new Pages(pdf)) {
            change(id, job -> job.understood(pages.count()));
            for (int page = 0; page < pages.count() && awaitPaper(id); page++) {
                long due = System.nanoTime() + perPage.toNanos();
                OutputTray.Sheet sheet = new OutputTray.Sheet(id, page + 1, pages.png(page));
                letPass(due);
                if (comesOut(sheet)) {
                    tray.put(sheet);
                    change(id, PrintJob::sheetOut);
                }
            }
            end(id, JobState.COMPLETED, "job-completed-successfully");
        } catch (IOException e) {
            LOG.warn("The document of job {} is not a PDF: {}", id, e.getMessage());
            over(id, JobState.ABORTED, "document-format-error");
        }
    }

    private boolean comesOut(OutputTray.Sheet sheet) {
        return !lies(Lie.PRINTS_NOTHING) && !(lies(Lie.PRINTS_ONE_SHEET) && sheet.page() > 1);
    }

    private void end(int id, JobState state, String reason) {
        lock.lock();
        boolean byUser = cancelled;
        lock.unlock();
        over(id, byUser ? JobState.CANCELED : state, byUser ? "job-canceled-by-user" : reason);
    }

    private Optional<byte[]> awaitDocument() throws InterruptedException {
        lock.lock();
        try {
            long left = DOCUMENT_WAIT.toNanos();
            while (document.isEmpty() && !cancelled && left > 0) {
                left = awaitMove(left);
            }
            return document;
        } finally {
            lock.unlock();
        }
    }

    /** True: a sheet may be drawn in. False: the job was cancelled. */
    private boolean awaitPaper(int id) throws InterruptedException {
        if (isPaperOut() && !isCancelled()) {
            change(id, PrintJob::waiting);
            awaitPaperOrCancel();
        }
        if (isCancelled()) {
            return false;
        }
        change(id, job -> job.processing(clock.instant()));
        return isGoingOn();
    }

    /** Where jobs never end this waits until that is mended. False: the job was cancelled. */
    private boolean isGoingOn() throws InterruptedException {
        lock.lock();
        try {
            while (lies.contains(Lie.NEVER_ENDS) && !cancelled) {
                awaitMove(Long.MAX_VALUE);
            }
            return !cancelled;
        } finally {
            lock.unlock();
        }
    }

    private void awaitPaperOrCancel() throws InterruptedException {
        lock.lock();
        try {
            while (paperOut && !cancelled) {
                awaitMove(Long.MAX_VALUE);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isCancelled() {
        lock.lock();
        try {
            return cancelled;
        } finally {
            lock.unlock();
        }
    }

    /** The sheet is between the rollers: nothing but the end of the printer itself stops it. */
    private void letPass(long due) throws InterruptedException {
        lock.lock();
        try {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                awaitMove(left);
            }
            failIfOff();
        } finally {
            lock.unlock();
        }
    }

    private long awaitMove(long nanos) throws InterruptedException {
        failIfOff();
        long left = moved.awaitNanos(Math.min(nanos, TimeUnit.HOURS.toNanos(1)));
        failIfOff();
        return left;
    }

    private void failIfOff() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("the printer was switched off");
        }
    }

    /** Switches the printer off; a job under way stays as it is. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
