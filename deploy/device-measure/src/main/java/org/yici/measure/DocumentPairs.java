package org.yici.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.PcscLibrary;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.bench.travel.Ministry;
import org.yici.bench.travel.PassportPage;
import org.yici.check.measure.Row;
import org.yici.check.measure.Times;
import org.yici.check.rig.Unmet;
import org.yici.device.ChipCardReader;
import org.yici.device.ChipEvent;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentProof;
import org.yici.device.TravelDocumentReader;

/** A passport's data groups 1 and 11 read by the driver, without and with passive authentication, and by JMRTD alone, in turns on the same chip. */
final class DocumentPairs {
    private static final double MOST = 1.05;
    private static final int WARM_UP = 20;

    private final Path folder;
    private final Person person = People.builtIn().find("du-zhen").orElseThrow();
    private final TravelDocumentKey key = key(PassportPage.of(person));
    private final Ministry ministry = new Ministry("UT", "SHA256withECDSA");
    private final Times driver = new Times();
    private final Times checked = new Times();
    private final Times plain = new Times();

    DocumentPairs(Path folder) {
        this.folder = folder;
    }

    private static TravelDocumentKey key(PassportPage page) {
        return new TravelDocumentKey(page.number(), date(page.birth()), date(page.expires()));
    }

    private static LocalDate date(String digits) {
        return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    }

    Row row(int times) throws IOException, InterruptedException {
        Path countries = folder.resolve("countries");
        ministry.publish(countries);
        Map<String, String> trusting = Map.of("countries", countries.toString());
        try (ChipFarEnd farEnd = PcscLibrary.farEnd()) {
            farEnd.plug();
            farEnd.startService();
            for (int i = -WARM_UP; i < times; i++) {
                double alike = byDriver(farEnd, Map.of());
                double signed = byDriver(farEnd, trusting);
                double byJmrtd = byJmrtd(farEnd);
                if (i >= 0) {
                    driver.add(alike);
                    checked.add(signed);
                    plain.add(byJmrtd);
                }
            }
        }
        double ratio = driver.median() / plain.median();
        return new Row(
                "travel-document",
                "passport: key → data groups 1 and 11 read, " + driver.count() + " pairs",
                "%.1f ms; JMRTD alone %.1f ms; %.2f × it".formatted(driver.median(), plain.median(), ratio),
                "≤ 1.05 × JMRTD alone on the same chip",
                ratio <= MOST,
                "medians; both from a connection of their own to the smart-card service on; on a chip that answers at once, so that only what the programs do is in it; with the security object read and hashes, signature and certificates checked as well "
                        + "%.1f ms; median / p95 / max %s, JMRTD %s, checked %s"
                                .formatted(checked.median(), driver, plain, checked),
                Map.of("driverMs", driver.all(), "jmrtdMs", plain.all(), "driverCheckingMs", checked.all()));
    }

    private double byJmrtd(ChipFarEnd farEnd) throws IOException {
        farEnd.insert(ministry.passport(person));
        try {
            return PlainJmrtd.millis(ChipFarEnd.READER, key);
        } finally {
            farEnd.take();
        }
    }

    /** Trusting no country, the driver reads what JMRTD alone reads, and no more. */
    private double byDriver(ChipFarEnd farEnd, Map<String, String> trusting) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(trusting);
        settings.put("reader", ChipFarEnd.READER);
        DeviceConfig config =
                new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", settings);
        CountDownLatch found = new CountDownLatch(1);
        try (ChipCardReader reader = (ChipCardReader)
                DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system())) {
            reader.onEvent(event -> {
                if (event instanceof ChipEvent.TravelDocumentFound) {
                    found.countDown();
                }
            });
            farEnd.insert(ministry.passport(person));
            if (!found.await(20, TimeUnit.SECONDS)) {
                throw new Unmet("the driver found no travel document");
            }
            long began = System.nanoTime();
            TravelDocumentOutcome outcome =
                    ((TravelDocumentReader) reader).read(Personal.of(key)).get(30, TimeUnit.SECONDS);
            double millis = (System.nanoTime() - began) / 1e6;
            if (!(outcome instanceof TravelDocumentOutcome.Read read
                    && (trusting.isEmpty() || read.proof() instanceof TravelDocumentProof.Verified))) {
                throw new Unmet("the driver did not read the document: " + outcome);
            }
            return millis;
        } catch (ExecutionException | TimeoutException e) {
            throw new Unmet("the driver did not answer");
        } finally {
            farEnd.take();
        }
    }
}
