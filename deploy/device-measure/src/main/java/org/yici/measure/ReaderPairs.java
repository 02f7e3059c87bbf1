package org.yici.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.yici.base.Time;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.bench.sdt.ReaderFarEnd;
import org.yici.check.measure.BareLoop;
import org.yici.check.measure.Row;
import org.yici.check.measure.Times;
import org.yici.check.rig.Unmet;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent;

/** A card read by the driver and by a bare loop, in turns on the same far end at the speed of its wire. */
final class ReaderPairs {
    private static final double MOST = 1.05;
    private static final int WARM_UP = 3;

    private final Path folder;
    private final Person person = People.builtIn().find("lin-zhixia").orElseThrow();
    private final Times driver = new Times();
    private final Times bare = new Times();

    ReaderPairs(Path folder) {
        this.folder = folder;
    }

    Row row(int times) throws IOException, InterruptedException {
        try (ReaderFarEnd farEnd = new ReaderFarEnd(folder.resolve("reader"), Optional.empty(), true, () -> {})) {
            for (int i = -WARM_UP; i < times; i++) {
                // A fresh line for each: what the one before asked last may still be answered.
                farEnd.plug();
                double byDriver = byDriver(farEnd);
                farEnd.unplug();
                farEnd.plug();
                double byLoop = byLoop(farEnd);
                farEnd.unplug();
                if (i >= 0) {
                    driver.add(byDriver);
                    bare.add(byLoop);
                }
            }
        }
        double ratio = driver.median() / bare.median();
        return new Row(
                "reader",
                "ID card found → read by the driver, " + driver.count() + " pairs",
                "%.0f ms; bare loop %.0f ms; %.2f × it".formatted(driver.median(), bare.median(), ratio),
                "≤ 1.05 × a bare read loop on the same far end",
                ratio <= MOST,
                "medians; what passes until somebody asks the reader is in neither; median / p95 / max " + driver
                        + ", bare loop " + bare,
                Map.of("driverMs", driver.all(), "bareLoopMs", bare.all()));
    }

    private double byDriver(ReaderFarEnd farEnd) throws InterruptedException {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"),
                DeviceKind.IDENTITY_READER,
                "sdt",
                Map.of("port", farEnd.link().toString()));
        BlockingQueue<Instant> read = new LinkedBlockingQueue<>();
        CountDownLatch online = new CountDownLatch(1);
        try (IdentityReader reader = (IdentityReader)
                DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system())) {
            reader.onEvent(event -> {
                if (event instanceof ReaderEvent.CardRead) {
                    read.add(Instant.now());
                }
            });
            reader.subscribe(status -> {
                if (status.state() == DeviceState.ONLINE) {
                    online.countDown();
                }
            });
            if (!online.await(20, TimeUnit.SECONDS)) {
                throw new Unmet("the driver found no reader");
            }
            farEnd.reader().lay(person);
            Instant at = read.poll(20, TimeUnit.SECONDS);
            if (at == null) {
                throw new Unmet("the driver read no card");
            }
            return since(farEnd, at);
        } finally {
            farEnd.reader().take();
        }
    }

    private double byLoop(ReaderFarEnd farEnd) throws IOException, InterruptedException {
        try (BareLoop loop = new BareLoop(farEnd.link())) {
            farEnd.reader().lay(person);
            long read = loop.readsCard(Duration.ofSeconds(20));
            return since(farEnd, Instant.now().minusNanos(System.nanoTime() - read));
        } finally {
            farEnd.reader().take();
        }
    }

    private static double since(ReaderFarEnd farEnd, Instant read) {
        Instant found = farEnd.reader().foundAt().orElseThrow();
        return Duration.between(found, read).toNanos() / 1e6;
    }
}
