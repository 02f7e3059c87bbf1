package org.yici.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.yici.base.Time;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.bench.sdt.ReaderFarEnd;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent.CardRead;

/** A reader whose plug is pulled at any moment of a read. */
@Isolated
class ReaderStormTest {
    private static final List<String> CARDS = List.of("lin-zhixia", "ji-da", "ouyang-letian", "du-yuehan");

    @TempDir
    Path folder;

    @Test
    void readsTheRightCardAfterEveryPull() throws Exception {
        Storm storm = new Storm("reader");
        List<String> read = new CopyOnWriteArrayList<>();
        Storm.Held before = Storm.Held.now();
        try (ReaderFarEnd farEnd = new ReaderFarEnd(folder.resolve("reader"), Optional.empty(), true, () -> {})) {
            farEnd.plug();
            IdentityReader driver = start(farEnd);
            driver.onEvent(event -> {
                if (event instanceof CardRead card) {
                    read.add(card.card().reveal().number());
                }
            });
            for (int round = 0; round < Storm.ROUNDS; round++) {
                Person person =
                        People.builtIn().find(CARDS.get(round % CARDS.size())).orElseThrow();
                read.clear();
                farEnd.reader().lay(person);
                storm.moment(Duration.ofMillis(700));
                farEnd.unplug();
                storm.moment(Duration.ofMillis(300));
                farEnd.plug();
                await("a read in round " + round).atMost(Storm.PATIENCE).until(() -> read.contains(person.number()));
                assertThat(read).as("round %d", round).containsOnly(person.number());
                farEnd.reader().take();
            }
            await().atMost(Storm.PATIENCE).until(() -> driver.status().state() == DeviceState.ONLINE);
            driver.close();
        }
        before.assertNoMoreThan(4);
    }

    private static IdentityReader start(ReaderFarEnd farEnd) {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"),
                DeviceKind.IDENTITY_READER,
                "sdt",
                Map.of("port", farEnd.link().toString(), "poll-ms", "50"));
        return (IdentityReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
    }
}
