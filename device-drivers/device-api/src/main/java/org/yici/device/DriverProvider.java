package org.yici.device;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.yici.base.Time;

/** A driver as {@link ServiceLoader} finds it: a jar that depends on this module alone. */
public interface DriverProvider {
    /** The name that a configuration uses. */
    String name();

    DeviceKind kind();

    /**
     * Makes the device and begins to open it; returns at once. Throws {@link IllegalArgumentException} for settings that cannot work,
     * all faults named together; a device that is not there is no such fault, it shows in the status.
     */
    Device start(DeviceConfig config, Time time);

    /**
     * Throws {@link IllegalArgumentException} where {@link #start} would, for the same settings; opens nothing and starts no thread, so that
     * a program can tell all faults of its configuration before it begins.
     */
    void check(DeviceConfig config);

    /** What on this machine looks as if this driver could drive it. Looks only: nothing is sent to a device. May take some seconds. */
    default List<Candidate> candidates() {
        return List.of();
    }

    /** Does once, without a device, what the first use would else be waited for with. Any thread; takes some milliseconds. */
    default void rehearse() {}

    /** Starts {@code config} with the driver of that name among those on the class path. */
    static Device start(ServiceLoader<DriverProvider> drivers, DeviceConfig config, Time time) {
        return of(drivers, config).start(config, time);
    }

    /** Everything that is wrong with the settings of {@code configs}; empty if nothing is. */
    static List<String> faults(ServiceLoader<DriverProvider> drivers, List<DeviceConfig> configs) {
        List<String> faults = new ArrayList<>();
        for (DeviceConfig config : configs) {
            try {
                of(drivers, config).check(config);
            } catch (IllegalArgumentException e) {
                faults.add(e.getMessage());
            }
        }
        return faults;
    }

    private static DriverProvider of(ServiceLoader<DriverProvider> drivers, DeviceConfig config) {
        for (DriverProvider driver : drivers) {
            if (driver.name().equals(config.driver()) && driver.kind() == config.kind()) {
                return driver;
            }
        }
        throw new IllegalArgumentException("device " + config.id() + ": no driver \"" + config.driver() + "\" for "
                + config.kind() + " is installed");
    }
}
