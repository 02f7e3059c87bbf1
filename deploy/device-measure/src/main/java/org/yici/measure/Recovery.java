package org.yici.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.yici.base.Time;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.PcscLibrary;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.scanner.ScannerProtocol;
import org.yici.bench.sdt.ReaderFarEnd;
import org.yici.check.measure.Row;
import org.yici.check.measure.Times;
import org.yici.check.rig.Unmet;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DriverProvider;

/** From a plug that was put back to the device's being online again, each plug out for a random while. */
final class Recovery {
    private static final double MOST_MS = 2000;
    private static final int LONGEST_OUT_MS = 6000;

    private final Path folder;
    private final Random random = new Random(1);
    private final Map<String, Times> seen = new LinkedHashMap<>();

    Recovery(Path folder) {
        this.folder = folder;
    }

    /** A plug that can be pulled. */
    @FunctionalInterface
    private interface Hand {
        void move() throws IOException;
    }

    Row row(int times) throws IOException, InterruptedException {
        try (ReaderFarEnd reader = new ReaderFarEnd(folder.resolve("recovering"), Optional.empty(), true, () -> {});
                Printer printer = new Printer(
                        Duration.ofMillis(100), new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {});
                IppPrinter ipp = new IppPrinter(0, printer, Clock.systemUTC());
                ChipFarEnd chip = PcscLibrary.farEnd();
                ScannerFarEnd scanner = new ScannerFarEnd(
                        folder.resolve("scanning"), Optional.empty(), ScannerProtocol.ZEBRA_SSI, true, () -> {})) {
            reader.plug();
            scanner.plug();
            chip.plug();
            chip.startService();
            DeviceConfig slot = new DeviceConfig(
                    new DeviceId("chip-card-reader"),
                    DeviceKind.CHIP_CARD_READER,
                    "pcsc",
                    Map.of("reader", ChipFarEnd.READER));
            take("chip-card reader's plug", slot, chip::unplug, chip::plug, times);
            take("smart-card service", slot, chip::killService, chip::startService, times);
            take(
                    "scanner's plug",
                    new DeviceConfig(
                            new DeviceId("code-scanner"),
                            DeviceKind.BARCODE_READER,
                            "scanner",
                            Map.of("port", scanner.link().toString(), "protocol", "zebra-ssi", "baud", "115200")),
                    scanner::unplug,
                    scanner::plug,
                    times);
            take(
                    "reader's plug",
                    new DeviceConfig(
                            new DeviceId("id-card-reader"),
                            DeviceKind.IDENTITY_READER,
                            "sdt",
                            Map.of("port", reader.link().toString())),
                    reader::unplug,
                    reader::plug,
                    times);
            take(
                    "printer's cable",
                    new DeviceConfig(
                            new DeviceId("document-printer"),
                            DeviceKind.DOCUMENT_PRINTER,
                            "ipp",
                            Map.of("uri", ipp.uri().toString())),
                    ipp::disconnect,
                    ipp::connect,
                    times);
        }
        String words = seen.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
        Map<String, Object> values = new LinkedHashMap<>();
        seen.forEach((what, taken) -> values.put(what, taken.all()));
        return new Row(
                "recovery",
                "plug back → device online, " + times + " times each",
                words + " ms (median / p95 / max)",
                "≤ 2 s",
                seen.values().stream().allMatch(taken -> taken.max() <= MOST_MS),
                "out for up to 6 s each time; serial devices are looked for after at most 1.5 s, a printer every 2 s; the smart-card service is back when it answers",
                values);
    }

    private void take(String what, DeviceConfig config, Hand pull, Hand putBack, int times)
            throws IOException, InterruptedException {
        Times taken = new Times();
        BlockingQueue<DeviceState> states = new LinkedBlockingQueue<>();
        try (Device device = DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system())) {
            device.subscribe(status -> states.add(status.state()));
            await(states, List.of(DeviceState.ONLINE));
            for (int i = 0; i < times; i++) {
                pull.move();
                await(states, List.of(DeviceState.OFFLINE, DeviceState.HARDWARE_ERROR));
                LockSupport.parkNanos(random.nextInt(LONGEST_OUT_MS) * 1_000_000L);
                states.clear();
                putBack.move();
                long back = System.nanoTime();
                await(states, List.of(DeviceState.ONLINE));
                taken.add((System.nanoTime() - back) / 1e6);
            }
        }
        seen.put(what, taken);
    }

    private static void await(BlockingQueue<DeviceState> states, List<DeviceState> wanted) throws InterruptedException {
        DeviceState state = states.poll(30, TimeUnit.SECONDS);
        while (state != null && !wanted.contains(state)) {
            state = states.poll(30, TimeUnit.SECONDS);
        }
        if (state == null) {
            throw new Unmet("the device does not become " + wanted);
        }
    }
}
