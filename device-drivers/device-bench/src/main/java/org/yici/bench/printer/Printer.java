package org.yici.bench.printer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A page printer that takes one job at a time, as many do: it draws a sheet in, lets it out after its time, waits while something is
 * in its way and finishes the sheet in its path when a job is cancelled. It can be made to lie. Any thread; each job has a
 * thread of its own.
 */
public final class Printer implements AutoCloseable {
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
    private Situation situation = Situation.WELL;
    private Odometer odometer = Odometer.ZERO;
    private boolean sheetInPath;
    private boolean closed;
    private Optional<Document> document = Optional.empty();
    private boolean cancelled;

    /**
     * @param perPage how long one side takes from the first drop of toner to the tray
     * @param changed called after every change, on the thread that made it and under no lock
     */
    public Printer(Duration perPage, OutputTray tray, Clock clock, Runnable changed) {
        this.perPage = perPage;
        this.tray = tray;
        this.clock = clock;
        this.changed = changed;
    }

    /** As below, printed as happens when nothing is asked for. */
    public Optional<PrintJob> create(String name, String user) {
        return create(name, user, JobTicket.DEFAULT);
    }

    /** Takes a new job that waits for its document. Empty: busy with another, or made to say so. */
    public Optional<PrintJob> create(String name, String user, JobTicket ticket) {
        PrintJob job;
        lock.lock();
        try {
            if (closed || active().isPresent() || isHindered(Obstacle.BUSY)) {
                return Optional.empty();
            }
            job = PrintJob.create(++lastId, name, user, ticket, clock.instant());
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
        Thread thread = new Thread(new PrintRun(this, job.id(), ticket), "bench-print-" + job.id());
        thread.setDaemon(true);
        thread.start();
        return Optional.of(job);
    }

    /** The same with a PDF document. */
    public boolean send(int id, byte[] pdf) {
        return send(id, new Document(DocumentFormat.PDF, pdf));
    }

    /** Hands over the document of a job that waits for it. False: it waits no more. */
    public boolean send(int id, Document received) {
        return attempt(() -> {
            if (!isWaitingForDocument(id)) {
                return false;
            }
            document = Optional.of(received);
            put(job(id).orElseThrow().arrived(received));
            return true;
        });
    }

    /** Whether a job was created and has no document yet. */
    public boolean isWaitingForDocument(int id) {
        return locked(() -> document.isEmpty()
                && job(id).filter(job -> job.state() == JobState.PENDING).isPresent());
    }

    /** Asks for the end of a job; a sheet that is on its way comes out. False: there is nothing to end. */
    public boolean cancel(int id) {
        return attempt(() -> {
            Optional<PrintJob> job = active().filter(active -> active.id() == id);
            if (job.isEmpty() || cancelled) {
                return false;
            }
            if (!lies(Lie.IGNORES_CANCEL)) {
                cancelled = true;
                put(job.get().stopping());
            }
            return true;
        });
    }

    /** Puts something in its way, or takes it away. A sheet in the path may be caught by it and is lost then. */
    public void hinder(Obstacle obstacle, boolean on) {
        attempt(() -> {
            situation = situation.with(obstacle, on);
            if (on && obstacle.catchesSheet() && sheetInPath) {
                sheetInPath = false;
                active().filter(job -> !cancelled).map(PrintJob::waiting).ifPresent(this::put);
            }
            moved.signalAll();
            return true;
        });
    }

    public boolean isHindered(Obstacle obstacle) {
        return locked(() -> situation.obstacles().contains(obstacle));
    }

    /** The same as {@link Obstacle#PAPER_OUT}. */
    public void paperOut(boolean out) {
        hinder(Obstacle.PAPER_OUT, out);
    }

    /** Makes it lie in this way from now on, or be honest again. */
    public void lie(Lie lie, boolean on) {
        attempt(() -> {
            situation = situation.with(lie, on);
            moved.signalAll();
            return true;
        });
    }

    public boolean lies(Lie lie) {
        return locked(() -> situation.lies().contains(lie));
    }

    /** Takes an ability away, or gives it back. */
    public void lack(Lack lack, boolean on) {
        attempt(() -> {
            situation = situation.with(lack, on);
            return true;
        });
    }

    public boolean lacks(Lack lack) {
        return locked(() -> situation.lacks().contains(lack));
    }

    /** The formats that it takes, its favourite first. */
    public List<DocumentFormat> formats() {
        return Stream.of(DocumentFormat.values())
                .filter(format -> format != DocumentFormat.PDF || !lacks(Lack.PDF))
                .toList();
    }

    /** The truth about a job. */
    public Optional<PrintJob> job(int id) {
        return locked(() -> Optional.ofNullable(jobs.get(id)));
    }

    /** The truth about all jobs that it remembers, the newest first. */
    public List<PrintJob> jobs() {
        return locked(() -> List.copyOf(jobs.descendingMap().values()));
    }

    public PrinterState state() {
        return locked(() -> {
            if (situation.stops() && !(sheetInPath && situation.onlyPauses())) {
                return PrinterState.STOPPED;
            }
            return active().isPresent() ? PrinterState.PROCESSING : PrinterState.IDLE;
        });
    }

    /** Keywords of RFC 8011 5.4.12, never empty. */
    public List<String> stateReasons() {
        return locked(() -> situation.reasons(sheetInPath, active().isPresent()));
    }

    /** What stands in its way, in plain English; empty when nothing does. */
    public String stateMessage() {
        return locked(() -> situation.message());
    }

    public Odometer odometer() {
        return locked(() -> odometer);
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

    private <T> T locked(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Makes a change under the lock and tells of it when it was made. */
    private boolean attempt(BooleanSupplier change) {
        boolean made = locked(change::getAsBoolean);
        if (made) {
            changed.run();
        }
        return made;
    }

    // From here on: for the thread of one job.

    Duration perPage() {
        return perPage;
    }

    void change(int id, UnaryOperator<PrintJob> change) {
        attempt(() -> {
            put(change.apply(jobs.get(id)));
            return true;
        });
    }

    void over(int id, JobState state, String reason) {
        change(id, job -> job.over(state, reason, clock.instant()));
    }

    /** As {@link #over}, unless somebody cancelled the job: then that is its end. */
    void end(int id, JobState state, String reason) {
        change(
                id,
                job -> cancelled
                        ? job.over(JobState.CANCELED, "job-canceled-by-user", clock.instant())
                        : job.over(state, reason, clock.instant()));
    }

    /** Empty: none came in time, or the job was cancelled. */
    Optional<Document> awaitDocument() throws InterruptedException {
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

    /** Draws a sheet in as soon as nothing is in the way. False: the job was cancelled before. */
    boolean drawIn(int id) throws InterruptedException {
        while (awaitNews(id)) {
            changed.run();
            if (locked(() -> sheetInPath)) {
                return true;
            }
        }
        return false;
    }

    /** True: the job's state was changed, or a sheet drawn in. False: the job was cancelled. */
    private boolean awaitNews(int id) throws InterruptedException {
        lock.lock();
        try {
            while (!cancelled) {
                PrintJob job = job(id).orElseThrow();
                sheetInPath = !situation.stops() && !lies(Lie.NEVER_ENDS);
                JobState next = situation.stops() ? JobState.STOPPED : JobState.PROCESSING;
                if (sheetInPath || job.state() != next) {
                    put(next == JobState.STOPPED ? job.waiting() : job.processing(clock.instant()));
                    return true;
                }
                awaitMove(Long.MAX_VALUE);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The sheet is between the rollers until {@code due}. False: something caught it there. Nothing else but the end of the printer
     * itself stops it.
     */
    boolean letPass(long due) throws InterruptedException {
        lock.lock();
        try {
            failIfOff();
            for (long left = due - System.nanoTime(); sheetInPath && left > 0; left = due - System.nanoTime()) {
                awaitMove(left);
            }
            boolean passed = sheetInPath;
            sheetInPath = false;
            return passed;
        } finally {
            lock.unlock();
        }
    }

    /** A sheet with so many printed sides lies in the tray. */
    void sheetOut(int id, int sides) {
        attempt(() -> {
            situation = situation.sheetOut();
            odometer = odometer.sheetOut(sides);
            put(job(id).orElseThrow().sheetOut(sides));
            return true;
        });
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
