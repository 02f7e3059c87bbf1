package org.yici.session;

import java.awt.EventQueue;
import java.time.Duration;
import org.yici.base.Time;
import org.yici.kiosk.port.UiExecutor;

/** The event dispatch thread as the flows' loop. */
final class SwingUiExecutor implements UiExecutor {
    private final Time time;

    SwingUiExecutor(Time time) {
        this.time = time;
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public void execute(Runnable task) {
        EventQueue.invokeLater(task);
    }

    /** To the millisecond, never early. */
    @Override
    public UiExecutor.Timer after(Duration delay, Runnable task) {
        int millis = Math.toIntExact(Math.min(Integer.MAX_VALUE, (delay.toNanos() + 999_999) / 1_000_000));
        javax.swing.Timer timer = new javax.swing.Timer(Math.max(0, millis), event -> task.run());
        timer.setRepeats(false);
        timer.start();
        return timer::stop;
    }
}
