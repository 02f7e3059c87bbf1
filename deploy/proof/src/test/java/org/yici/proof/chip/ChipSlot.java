package org.yici.proof.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.yici.base.Time;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.PcscLibrary;
import org.yici.device.ChipCardReader;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/** The slot of this program's tests. The PC/SC library learns its place once, so that all of them use one after the other. */
public final class ChipSlot {
    private static final Path FOLDER = folder();

    private ChipSlot() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("yici-slot");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the reader plugged in and the service running. */
    public static ChipFarEnd open() throws IOException {
        ChipFarEnd farEnd = new ChipFarEnd(FOLDER, Optional.empty(), () -> {});
        PcscLibrary.leadTo(farEnd.socket());
        farEnd.plug();
        farEnd.startService();
        return farEnd;
    }

    /** The shipping driver at that slot. */
    public static ChipCardReader driver(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("reader", ChipFarEnd.READER);
        DeviceConfig config =
                new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", all);
        return (ChipCardReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
    }
}
