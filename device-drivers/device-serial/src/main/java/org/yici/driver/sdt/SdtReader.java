package org.yici.driver.sdt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.base.Backoff;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.EventStream;
import org.yici.device.IdentityReader;
import org.yici.device.MediaStatus;
import org.yici.device.PhotoDecoder;
import org.yici.device.ReaderEvent;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;
import org.yici.device.Subscription;
import org.yici.device.ThreadedDevice;
import org.yici.driver.serial.SerialLink;
import org.yici.driver.serial.SerialLinkException;
import org.yici.driver.serial.SerialOpener;

/** Opens the reader, talks with it, and opens it again after a loss, for as long as the device lives. */
final class SdtReader extends ThreadedDevice implements IdentityReader, SelfTesting {
    /** The session before releases the port when its process has ended: asked for often, for a short while. */
    private static final Duration BUSY_RETRY = Duration.ofMillis(20);

    private static final Duration BUSY_PATIENCE = Duration.ofSeconds(1);
    /** A plug that was put back is found within two seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);

    /** A reader that changes its rate is given a moment. */
    private static final Duration SETTLING = Duration.ofMillis(100);

    private final SdtConfig config;
    private final SerialOpener port;
    private final PhotoDecoder photos;
    private final BaudSearch rates;
    private final Time time;
    private final EventStream<ReaderEvent> events;
    private final Backoff backoff;
    private volatile @Nullable SerialLink open;
    private final Queue<CompletableFuture<SelfTestResult>> tests = new ConcurrentLinkedQueue<>();
    private boolean everAnswered;
    private boolean busy;
    private long busySince;

    SdtReader(DeviceId id, SdtConfig config, SerialOpener port, PhotoDecoder photos, Time time) {
        super(status(id, DeviceState.STARTING, "", List.of()));
        this.config = config;
        this.port = port;
        this.photos = photos;
        this.rates = new BaudSearch(config.baud());
        this.time = time;
        this.events = new EventStream<>(thread);
        this.backoff = new Backoff(Duration.ofMillis(200), LONGEST_WAIT, new Random());
    }

    void start() {
        thread.start(this::live);
    }

    private void live() {
        while (thread.running()) {
            Duration wait = talk();
            failTests();
            thread.pause(wait);
        }
        failTests();
    }

    /** While the reader cannot be talked with, its fault is what a self-test finds; until that is known, a test waits. */
    private void failTests() {
        Optional<DeviceFault> found = thread.running()
                ? status().faults().stream().findFirst()
                : Optional.of(new DeviceFault("closed", WhoActs.RESET, ""));
        found.ifPresent(this::failTests);
    }

    private void failTests(DeviceFault fault) {
        for (CompletableFuture<SelfTestResult> test = tests.poll(); test != null; test = tests.poll()) {
            test.complete(SelfTestResult.failed("talking with the reader", fault));
        }
    }

    private void runTests(SdtConversation conversation) throws SerialLinkException {
        for (CompletableFuture<SelfTestResult> test = tests.peek(); test != null; test = tests.peek()) {
            test.complete(conversation.selfTest());
            tests.remove();
        }
    }

    /** Opens and talks until something is wrong; returns how long to wait before the next try. */
    private Duration talk() {
        int baud = rates.rate();
        try (SerialLink link = port.open(baud)) {
            open = link;
            busy = false;
            SdtLine line = new SdtLine(link, baud, time, thread);
            if (rates.searching() && isChanged(line)) {
                return SETTLING;
            }
            converse(line, baud);
        } catch (SerialLinkException e) {
            return lost(e);
        } catch (ReaderFault e) {
            show(
                    e.state() == DeviceState.NO_DEVICE && everAnswered ? DeviceState.HARDWARE_ERROR : e.state(),
                    e.fault());
            if (e.state() == DeviceState.NO_DEVICE && !rates.silent()) {
                return Duration.ZERO;
            }
        } catch (RuntimeException e) {
            // A fault of this driver: its name only, for a message may quote the card.
            show(
                    DeviceState.HARDWARE_ERROR,
                    new DeviceFault("driver", WhoActs.MAINTENANCE, e.getClass().getName()));
        } finally {
            open = null;
        }
        return backoff.next();
    }

    /** Makes a reader that answers at another rate speak the configured one; false if it stays at its own. */
    private boolean isChanged(SdtLine line) throws SerialLinkException, ReaderFault {
        if (!line.isUnderstood()) {
            throw new ReaderFault(
                    DeviceState.NO_DEVICE, "no-answer", WhoActs.MAINTENANCE, SdtCommand.SAM_STATUS.words());
        }
        Optional<SdtCommand> change = rates.change();
        boolean agreed = change.isPresent()
                && line.ask(change.get()) instanceof SdtReply.Answered answered
                && change.get().succeededBy(answered.answer());
        if (agreed) {
            rates.changed();
        }
        return agreed;
    }

    private void converse(SdtLine line, int baud) throws SerialLinkException, ReaderFault {
        SdtConversation conversation =
                new SdtConversation(line, new CardReading(line, config, photos), time, this::tell);
        String safeModule = conversation.begin();
        everAnswered = true;
        rates.settle();
        backoff.reset();
        List<DeviceFault> faults = baud == config.baud()
                ? List.of()
                : List.of(new DeviceFault("baud-differs", WhoActs.MAINTENANCE, baud + " baud"));
        report(status(id(), DeviceState.ONLINE, safeModule, faults));
        while (thread.running()) {
            thread.pause(config.poll());
            runTests(conversation);
            conversation.poll();
        }
    }

    private void tell(ReaderEvent event) {
        tally.add(event instanceof ReaderEvent.CardRead ? Counter.READS : Counter.FAILURES);
        events.tell(event);
        thread.runNotices();
    }

    private Duration lost(SerialLinkException e) {
        String errno = e.errno() == 0 ? "" : "errno " + e.errno();
        switch (e.reason()) {
            case BUSY -> {
                return portBusy(errno);
            }
            case ABSENT, GONE -> show(DeviceState.OFFLINE, new DeviceFault("port-gone", WhoActs.RESET, errno));
            case FORBIDDEN -> show(DeviceState.OFFLINE, new DeviceFault("port-forbidden", WhoActs.MAINTENANCE, errno));
            case NO_LIBRARY ->
                show(DeviceState.OFFLINE, new DeviceFault("library-missing", WhoActs.MAINTENANCE, "jSerialComm"));
        }
        return backoff.next();
    }

    private Duration portBusy(String errno) {
        if (!busy) {
            busy = true;
            busySince = time.nanos();
        }
        if (time.since(busySince).compareTo(BUSY_PATIENCE) < 0) {
            return BUSY_RETRY;
        }
        show(DeviceState.OFFLINE, new DeviceFault("port-busy", WhoActs.RESET, errno));
        return backoff.next();
    }

    /** The first native code of a loss is the telling one: it is kept while the fault stays. */
    private void show(DeviceState state, DeviceFault fault) {
        DeviceStatus now = status();
        boolean known = now.state() == state
                && now.faults().stream().anyMatch(each -> each.name().equals(fault.name()));
        if (thread.running() && !known) {
            report(status(id(), state, "", List.of(fault)));
        }
    }

    private static DeviceStatus status(DeviceId id, DeviceState state, String safeModule, List<DeviceFault> faults) {
        return new DeviceStatus.OfIdentityReader(id, state, MediaStatus.UNKNOWN, safeModule, faults);
    }

    @Override
    public Subscription onEvent(Consumer<? super ReaderEvent> listener) {
        thread.requireRunning();
        return events.subscribe(listener);
    }

    @Override
    public CompletableFuture<SelfTestResult> selfTest() {
        thread.requireRunning();
        CompletableFuture<SelfTestResult> test = new CompletableFuture<>();
        tests.add(test);
        thread.wake();
        if (!thread.running()) {
            // Closed meanwhile: its thread may have looked for the last time.
            failTests();
        }
        return test;
    }

    @Override
    public void close() {
        if (!thread.end(Duration.ofSeconds(1))) {
            SerialLink stuck = open;
            if (stuck != null) {
                stuck.close();
            }
            thread.end(Duration.ofMillis(800));
        }
    }
}
