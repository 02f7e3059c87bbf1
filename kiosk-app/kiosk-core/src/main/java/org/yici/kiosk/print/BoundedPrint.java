package org.yici.kiosk.print;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DocumentPrinter;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.kiosk.port.UiExecutor;

/**
 * One order to a printer whose driver may fail without a word: after {@link DocumentPrinter#longestSilence} without progress it is not
 * known what came of it, and paper may still come; so it is after twice as long, whatever the driver says meanwhile. What it says later
 * changes nothing. On the loop.
 */
final class BoundedPrint {
    /** The fault of a print whose driver fell silent. */
    static final String DRIVER_SILENT = "driver-silent";

    private final UiExecutor loop;
    private final Duration limit;
    private final CompletableFuture<PrintOutcome> result = new CompletableFuture<>();
    private UiExecutor.Timer timer = () -> {};
    private UiExecutor.Timer end = () -> {};

    private BoundedPrint(UiExecutor loop, Duration limit) {
        this.loop = loop;
        this.limit = limit;
    }

    /** Hands {@code order} over; {@code progress} and what came of it are told on the loop. */
    static CompletableFuture<PrintOutcome> begin(
            DocumentPrinter printer, PrintOrder order, Consumer<? super PrintProgress> progress, UiExecutor loop) {
        BoundedPrint print = new BoundedPrint(loop, printer.longestSilence(order.sheets()));
        CompletableFuture<PrintOutcome> outcome =
                printer.print(order, step -> loop.execute(() -> print.moved(step, progress)));
        print.beginToWait();
        print.end = loop.after(print.limit.multipliedBy(2), print::giveUp);
        outcome.whenComplete((value, failure) -> loop.execute(() -> print.ended(value, failure)));
        return print.result;
    }

    private void beginToWait() {
        timer.cancel();
        timer = loop.after(limit, this::giveUp);
    }

    private void giveUp() {
        result.complete(new PrintOutcome.Uncertain(new DeviceFault(DRIVER_SILENT, WhoActs.MAINTENANCE, ""), true));
    }

    private void moved(PrintProgress step, Consumer<? super PrintProgress> progress) {
        if (!result.isDone()) {
            beginToWait();
            progress.accept(step);
        }
    }

    private void ended(@Nullable PrintOutcome outcome, @Nullable Throwable failure) {
        timer.cancel();
        end.cancel();
        if (outcome != null) {
            result.complete(outcome);
        } else if (failure != null) {
            result.completeExceptionally(failure);
        }
    }
}
