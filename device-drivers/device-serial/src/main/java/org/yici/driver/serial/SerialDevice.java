package org.yici.driver.serial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yici.base.Backoff;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;
import org.yici.device.SelfTests;
import org.yici.device.ThreadedDevice;

/**
 * A device on a serial line: opened, talked with, and opened again after a loss, for as long as it lives. A driver says how it talks; all
 * that it says is called on the device's thread.
 */
public abstract class SerialDevice extends ThreadedDevice implements SelfTesting {
    /** A plug that was put back is found within two seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);

    private final SerialOpener port;
    private final Backoff backoff = new Backoff(SHORTEST_WAIT, LONGEST_WAIT, new Random());
    private final PortTrouble trouble;
    private final SelfTests tests = new SelfTests(thread);
    private volatile @Nullable SerialLink open;

    protected SerialDevice(DeviceStatus first, SerialOpener port, Time time) {
        super(first);
        this.port = port;
        this.trouble = new PortTrouble(time, backoff);
    }

    /** The rate at which the port is opened next, in bits a second. */
    protected abstract int rate();

    /**
     * Talks over an open line until something is wrong, the device is closed, or the line shall be opened anew; calls {@link #healthy}
     * once the device answered, and {@link #runTests} now and then.
     *
     * @return how long to wait before it is opened again
     */
    protected abstract Duration talk(SerialLink link) throws SerialLinkException, SerialDeviceFault;

    /** The device cannot be used as it is; returns how long to wait before it is opened again, empty for some while. */
    protected abstract Optional<Duration> troubled(SerialDeviceFault trouble);

    /** A status in which nothing is known but this. */
    protected abstract DeviceStatus status(DeviceState state, List<DeviceFault> faults);

    /** Begins; call once. */
    public final void start() {
        thread.start(this::live);
    }

    private void live() {
        while (thread.running()) {
            Duration wait = connect();
            tests.fail(status());
            thread.pause(wait);
        }
        tests.fail(status());
    }

    private Duration connect() {
        try (SerialLink link = port.open(rate())) {
            open = link;
            trouble.opened();
            return talk(link);
        } catch (SerialLinkException e) {
            PortTrouble.Verdict verdict = trouble.of(e);
            verdict.fault().ifPresent(fault -> show(DeviceState.OFFLINE, fault));
            return verdict.pause();
        } catch (SerialDeviceFault e) {
            return troubled(e).orElseGet(backoff::next);
        } catch (Throwable e) {
            // A fault of this driver: its name only, for a message may quote what a citizen showed.
            show(
                    DeviceState.HARDWARE_ERROR,
                    new DeviceFault("driver", WhoActs.MAINTENANCE, e.getClass().getName()));
            return backoff.next();
        } finally {
            open = null;
        }
    }

    /** The device answered: after the next loss it is looked for at once. */
    protected final void healthy() {
        backoff.reset();
    }

    /** Tells a fault, unless it is known: the first native code of a loss is the telling one. */
    protected final void show(DeviceState state, DeviceFault fault) {
        DeviceStatus now = status();
        boolean known = now.state() == state
                && now.faults().stream().anyMatch(each -> each.name().equals(fault.name()));
        if (thread.running() && !known) {
            report(status(state, List.of(fault)));
        }
    }

    /** Answers those who want a test. */
    protected final void runTests(SelfTests.Run<SerialLinkException> run) throws SerialLinkException {
        tests.answer(run);
    }

    @Override
    public final CompletableFuture<SelfTestResult> selfTest() {
        return tests.ask();
    }

    @Override
    public final void close() {
        if (!thread.end(Duration.ofSeconds(1))) {
            SerialLink stuck = open;
            if (stuck != null) {
                stuck.close();
            }
            thread.end(Duration.ofMillis(800));
        }
    }
}
