package org.example.linereader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.yici.base.Backoff;
import org.yici.base.CitizenNumber;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.EventStream;
import org.yici.device.IdentityCard;
import org.yici.device.IdentityReader;
import org.yici.device.MediaStatus;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.CardRefused;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;
import org.yici.device.SelfTests;
import org.yici.device.Subscription;
import org.yici.device.ThreadedDevice;

/** A line of text over TCP is a card; the first line is the reader's name. All but the calls from outside is on the device's thread. */
final class LineReader extends ThreadedDevice implements IdentityReader, SelfTesting {
    /** How long a read waits before the device's thread looks after those who wait for it. */
    private static final int SLICE_MS = 100;

    private static final int CONNECT_MS = 1_000;
    private static final int LONGEST_LINE = 4_096;

    /** A reader that is there says its name at once. */
    private static final Duration LONGEST_GREETING = Duration.ofSeconds(2);

    private final InetSocketAddress address;
    private final Time time;
    private final EventStream<ReaderEvent> events;
    private final SelfTests tests = new SelfTests(thread);
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofMillis(1500), new Random());
    private String name = "";
    private long openedAt;

    LineReader(DeviceId id, InetSocketAddress address, Time time) {
        super(status(id, DeviceState.STARTING, "", List.of()));
        this.address = address;
        this.time = time;
        this.events = new EventStream<>(thread);
    }

    void start() {
        thread.start(this::live);
    }

    /** Opens, reads, and opens again after a loss, for as long as the device lives. */
    private void live() {
        while (thread.running()) {
            try (Socket line = new Socket()) {
                line.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MS);
                line.setSoTimeout(SLICE_MS);
                openedAt = time.nanos();
                name = "";
                read(line.getInputStream());
            } catch (IOException e) {
                // Told below: it is lost, for whatever reason.
            }
            if (thread.running()) {
                report(status(
                        id(), DeviceState.OFFLINE, "", List.of(new DeviceFault("line-gone", WhoActs.RESET, ""))));
                tests.fail(status());
                thread.pause(backoff.next());
            }
        }
        tests.fail(status());
    }

    private void read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (thread.running() && isThereOrMayCome()) {
            thread.runNotices();
            lookAfterTests();
            try {
                int next = in.read();
                if (next < 0) {
                    return;
                } else if (next == '\n') {
                    heard(line.toString(StandardCharsets.UTF_8).strip());
                    line.reset();
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            } catch (SocketTimeoutException e) {
                // Nobody laid a card.
            }
        }
    }

    private boolean isThereOrMayCome() {
        return !name.isEmpty() || time.since(openedAt).compareTo(LONGEST_GREETING) < 0;
    }

    private void lookAfterTests() {
        if (!name.isEmpty()) {
            tests.answer(() -> new SelfTestResult(List.of(new SelfTestResult.Step("name", true, name))));
        }
    }

    private void heard(String line) {
        if (name.isEmpty()) {
            // Only now is it known that a reader is there, and not somebody who takes every connection.
            name = line;
            openedAt = time.nanos();
            backoff.reset();
            report(status(id(), DeviceState.ONLINE, name, List.of()));
        } else {
            ReaderEvent event = event(line);
            tally.add(event instanceof CardRead ? Counter.READS : Counter.FAILURES);
            events.tell(event);
        }
    }

    private ReaderEvent event(String line) {
        Duration sinceOpened = time.since(openedAt);
        String[] fields = line.split(";", -1);
        if (fields.length != 9) {
            return new CardRefused(Reason.UNREADABLE, fields.length + " fields", sinceOpened);
        }
        if (!CitizenNumber.isValid(fields[5])) {
            return new CardRefused(Reason.NOT_TRUSTED, "number", sinceOpened);
        }
        try {
            return new CardRead(Personal.of(card(fields)), name, sinceOpened);
        } catch (DateTimeException | NumberFormatException e) {
            return new CardRefused(Reason.NOT_TRUSTED, "a date or a code", sinceOpened);
        }
    }

    private static IdentityCard card(String[] fields) {
        return new IdentityCard.Citizen(
                fields[0],
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                LocalDate.parse(fields[3]),
                fields[4],
                fields[5],
                fields[6],
                LocalDate.parse(fields[7]),
                Optional.of(LocalDate.parse(fields[8])));
    }

    private static DeviceStatus status(DeviceId id, DeviceState state, String name, List<DeviceFault> faults) {
        return new DeviceStatus.OfIdentityReader(id, state, MediaStatus.UNKNOWN, name, faults);
    }

    @Override
    public Subscription onEvent(Consumer<? super ReaderEvent> listener) {
        thread.requireRunning();
        return events.subscribe(listener);
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
