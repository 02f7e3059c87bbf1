package org.yici.kiosk.port;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.yici.device.Device;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;

/** The devices of the terminal, open: one of a kind at most. */
public final class Devices {
    private final Map<DeviceKind, Device> byKind = new EnumMap<>(DeviceKind.class);
    private final List<Device> all;

    /**
     * @param devices in the order in which the server shows them
     * @throws IllegalArgumentException for two of a kind
     */
    public Devices(List<? extends Device> devices) {
        this.all = List.copyOf(devices);
        for (Device device : devices) {
            if (byKind.put(device.status().kind(), device) != null) {
                throw new IllegalArgumentException(
                        "two devices of kind " + device.status().kind());
            }
        }
    }

    /** In the order in which the server shows them. */
    public List<Device> all() {
        return all;
    }

    /** The one of a kind of device, such as {@code ChipCardReader}; empty if this terminal has none. */
    public <T extends Device> Optional<T> find(Class<T> kind) {
        return byKind.values().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The printer, which every terminal has. */
    public DocumentPrinter printer() {
        return find(DocumentPrinter.class)
                .orElseThrow(() -> new IllegalStateException("a terminal without a document printer"));
    }

    /** Opens the devices. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Called once, after the screen was granted and painted. Does not block: loading drivers takes some 0.3 s. May complete on any
         * thread; fails if a driver refuses its settings; given up after 30 s.
         */
        CompletableFuture<Devices> open();
    }
}
