package org.yici.proof.reader;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.yici.base.Time;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.bench.sdt.CardReader;
import org.yici.bench.sdt.ReaderFarEnd;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.CardRefused;

/** The bench's reader at the speed of its wire, and the driver that talks with it; what the driver says, in words. */
final class Counterpart implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ReaderFarEnd farEnd;
    private final IdentityReader driver;
    private final List<String> said = new CopyOnWriteArrayList<>();

    Counterpart(Path folder) throws IOException {
        farEnd = new ReaderFarEnd(folder.resolve("reader"), Optional.empty(), true, () -> {});
        farEnd.plug();
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"),
                DeviceKind.IDENTITY_READER,
                "sdt",
                Map.of("port", farEnd.link().toString(), "poll-ms", "50"));
        driver = (IdentityReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
        driver.onEvent(event -> said.add(words(event)));
        driver.subscribe(status -> {
            if (!status.faults().isEmpty()) {
                said.add(status.state() + " "
                        + status.faults().stream()
                                .map(DeviceFault::name)
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", ")));
            }
        });
    }

    private static String words(ReaderEvent event) {
        return event instanceof CardRefused refused
                ? refused.reason() + " `" + refused.nativeCode() + "`"
                : "read: " + ((CardRead) event).card().reveal().getClass().getSimpleName();
    }

    CardReader reader() {
        return farEnd.reader();
    }

    void awaitOnline() {
        await("the reader").atMost(PATIENCE).until(() -> driver.status().state() == DeviceState.ONLINE);
    }

    /** Lays the card, and waits for the next thing that the driver says. */
    String lay(String person) {
        said.clear();
        reader().take();
        reader().lay(person(person));
        await("a word about the card of " + person).atMost(PATIENCE).until(() -> !said.isEmpty());
        return said.get(0);
    }

    static Person person(String id) {
        return People.builtIn().find(id).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        driver.close();
        farEnd.close();
    }
}
