package org.yici.driver.chip;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.smartcardio.CardTerminal;
import org.yici.base.Backoff;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.ChipCardReader;
import org.yici.device.ChipEvent;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.EventStream;
import org.yici.device.MediaStatus;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;
import org.yici.device.SelfTests;
import org.yici.device.Subscription;
import org.yici.device.ThreadedDevice;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentReader;
import org.yici.driver.chip.travel.TravelDocumentApplication;

/**
 * Finds the reader, sees cards come and go, and finds the reader again after the service or the reader itself was lost. The device's
 * thread only looks; whoever talks with a card has a thread of its own.
 */
final class PcscReader extends ThreadedDevice implements ChipCardReader, TravelDocumentReader, SelfTesting {
    /** The service itself looks for cards every 0.4 s. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);

    /** What comes back is found within two seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);

    private final PcscConfig config;
    private final PcscService service;
    private final EventStream<ChipEvent> events;
    private final CardSlot slot;
    private final Time time;
    private final TravelDocumentApplication documents;
    private String name = "";
    private final TravelRequests requests;
    private final SelfTests tests = new SelfTests(thread);
    private final Backoff backoff = new Backoff(SHORTEST_WAIT, LONGEST_WAIT, new Random());

    PcscReader(DeviceId id, PcscConfig config, PcscService service, Time time) {
        super(new DeviceStatus.OfChipCardReader(id, DeviceState.STARTING, MediaStatus.UNKNOWN, "", List.of()));
        this.config = config;
        this.service = service;
        this.events = new EventStream<>(thread);
        this.time = time;
        this.documents = new TravelDocumentApplication(config.countries());
        this.requests = new TravelRequests(this::reading);
        this.slot = new CardSlot(service, time, config.deadline(), this::tell, thread::wake);
    }

    /** Begins; call once. */
    void start() {
        thread.start(this::live);
    }

    private void live() {
        while (thread.running()) {
            look();
            if (!thread.running()) {
                break;
            }
            slot.lost();
            requests.look(false, false);
            tests.fail(status());
            thread.pause(backoff.next());
        }
        tests.fail(status());
        slot.close(Duration.ofMillis(500));
        requests.close(Duration.ofMillis(500));
    }

    private CardTask<TravelDocumentOutcome> reading(TravelDocumentKey key) {
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        return new CardTask<>(
                service, name, time, config.deadline(), link -> documents.read(link, key, today), thread::wake);
    }

    /** Looks at the slot until something is wrong or the device is closed. */
    private void look() {
        try (PcscConnection connection = service.open()) {
            name = "";
            boolean cardIn = false;
            while (thread.running()) {
                if (cardIn && slot.fault().isEmpty()) {
                    // Whoever asks does not wait for another look at a slot in which a card just was.
                    requests.look(true, !slot.isTalking());
                }
                CardTerminal reader = connection.reader(config.reader()).orElseThrow(PcscTrouble::readerGone);
                if (!reader.getName().equals(name)) {
                    name = reader.getName();
                    slot.found(name);
                    backoff.reset();
                }
                cardIn = connection.isCardIn(reader);
                slot.look(cardIn);
                // A card that holds up the slot would hold up whoever waits for it, too.
                slot.fault()
                        .ifPresent(
                                fault -> requests.refuseWaiting(TravelDocumentOutcome.Reason.UNREADABLE, fault.name()));
                requests.look(cardIn, !slot.isTalking());
                online(name, cardIn);
                thread.pause(LOOK);
            }
        } catch (PcscTrouble e) {
            trouble(e);
        } catch (Throwable e) {
            // A fault of this driver: its name only, for a message may quote what a card says.
            lost(
                    DeviceState.HARDWARE_ERROR,
                    new DeviceFault("driver", WhoActs.MAINTENANCE, e.getClass().getName()));
        }
    }

    private void online(String reader, boolean cardIn) {
        report(new DeviceStatus.OfChipCardReader(
                id(),
                DeviceState.ONLINE,
                cardIn ? MediaStatus.PRESENT : MediaStatus.NOT_PRESENT,
                reader,
                slot.fault().stream().toList()));
        tests.answer(() -> new SelfTestResult(List.of(
                new SelfTestResult.Step("smart-card service", true, "answers"),
                new SelfTestResult.Step("reader", true, reader),
                new SelfTestResult.Step("slot", true, cardIn ? "card in it" : "empty"))));
    }

    private void trouble(PcscTrouble trouble) {
        switch (trouble.kind()) {
            case LIBRARY_MISSING -> offline("library-missing", WhoActs.MAINTENANCE, trouble);
            case READER_GONE -> offline("reader-gone", WhoActs.RESET, trouble);
            case SERVICE_GONE -> offline("service-gone", WhoActs.RESET, trouble);
            case BUSY, CARD -> offline("reader-refused", WhoActs.RESET, trouble);
        }
    }

    private void offline(String name, WhoActs whoActs, PcscTrouble trouble) {
        lost(DeviceState.OFFLINE, new DeviceFault(name, whoActs, trouble.nativeCode()));
    }

    /** Tells a fault, unless it is known: the first native code of a loss is the telling one. */
    private void lost(DeviceState state, DeviceFault fault) {
        DeviceStatus now = status();
        boolean known = now.state() == state
                && now.faults().stream().anyMatch(each -> each.name().equals(fault.name()));
        if (thread.running() && !known) {
            report(new DeviceStatus.OfChipCardReader(id(), state, MediaStatus.UNKNOWN, "", List.of(fault)));
        }
    }

    private void tell(ChipEvent event) {
        if (event instanceof ChipEvent.CardRead) {
            tally.add(Counter.READS);
        } else if (event instanceof ChipEvent.CardRefused) {
            tally.add(Counter.FAILURES);
        }
        events.tell(event);
        thread.runNotices();
    }

    @Override
    public Subscription onEvent(Consumer<? super ChipEvent> listener) {
        thread.requireRunning();
        return events.subscribe(listener);
    }

    @Override
    public CompletableFuture<TravelDocumentOutcome> read(Personal<TravelDocumentKey> key) {
        thread.requireRunning();
        CompletableFuture<TravelDocumentOutcome> outcome = requests.add(key);
        thread.wake();
        if (!thread.running()) {
            // Closed meanwhile: its thread may have looked for the last time.
            requests.refuseWaiting(TravelDocumentOutcome.Reason.UNREADABLE, "closed");
        }
        return outcome;
    }

    @Override
    public CompletableFuture<SelfTestResult> selfTest() {
        return tests.ask();
    }

    @Override
    public void close() {
        thread.end(Duration.ofMillis(1900));
    }
}
