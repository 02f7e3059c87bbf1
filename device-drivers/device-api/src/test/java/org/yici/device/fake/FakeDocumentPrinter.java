package org.yici.device.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.DocumentPrinter;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.ReportingDevice;
import org.yici.device.Sides;
import org.yici.device.TonerStatus;

/** A printer whose orders wait until a test says what became of them. */
public final class FakeDocumentPrinter extends ReportingDevice implements DocumentPrinter {
    /** An order that was handed over, and the ways to answer it. */
    public record Open(
            PrintOrder order, Consumer<? super PrintProgress> progress, CompletableFuture<PrintOutcome> outcome) {}

    private static final DeviceId ID = new DeviceId("document-printer");

    private final List<Open> orders = new ArrayList<>();
    private final List<String> reconciled = new ArrayList<>();
    private PrintOutcome reconciliation = new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1);

    public FakeDocumentPrinter(Executor executor) {
        super(status(DeviceState.ONLINE, PaperStatus.FULL), executor);
    }

    private static DeviceStatus status(DeviceState state, PaperStatus paper) {
        return new DeviceStatus.OfDocumentPrinter(ID, state, paper, TonerStatus.FULL, List.of());
    }

    public void set(DeviceState state, PaperStatus paper) {
        report(status(state, paper));
    }

    /** What {@link #reconcile} will answer. */
    public void reconcileWith(PrintOutcome outcome) {
        reconciliation = outcome;
    }

    /** All orders so far, oldest first. */
    public List<Open> orders() {
        return List.copyOf(orders);
    }

    /** The job names that were asked after. */
    public List<String> reconciled() {
        return List.copyOf(reconciled);
    }

    @Override
    public EvidenceClass evidence() {
        return EvidenceClass.IMPRESSIONS;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintOrder order, Consumer<? super PrintProgress> progress) {
        Open open = new Open(order, progress, new CompletableFuture<>());
        orders.add(open);
        return open.outcome();
    }

    @Override
    public CompletableFuture<PrintOutcome> reconcile(String jobName, int pages, Sides sides) {
        reconciled.add(jobName);
        return CompletableFuture.completedFuture(reconciliation);
    }

    @Override
    public void close() {}
}
