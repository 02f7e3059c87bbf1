package org.yici.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.yici.kiosk.port.UiExecutor;

/** What happens to an exception that nobody expected: the citizen is told and the session ends; its message is never read. */
final class UncaughtErrorHandler implements Thread.UncaughtExceptionHandler {
    /** A program that cannot even tell of a fault ends at once. */
    private static final int MOST = 3;

    private final UiExecutor loop;
    private final Consumer<Throwable> tell;
    private final Runnable halt;
    private final AtomicInteger faults = new AtomicInteger();

    UncaughtErrorHandler(UiExecutor loop, Consumer<Throwable> tell, Runnable halt) {
        this.loop = loop;
        this.tell = tell;
        this.halt = halt;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (faults.incrementAndGet() > MOST || fault instanceof VirtualMachineError) {
            halt.run();
        } else {
            loop.execute(() -> tell.accept(fault));
        }
    }
}
