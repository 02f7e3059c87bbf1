package org.yici.device;

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

    /** What on this machine looks as if this driver could drive it. Looks only: nothing is sent to a device. May take some seconds. */
    default List<Candidate> candidates() {
        return List.of();
    }

    /** Does once, without a device, what the first use would else be waited for with. Any thread; takes some milliseconds. */
    default void rehearse() {}

    /** Starts {@code config} with the driver of that name among those on the class path. */
    static Device start(ServiceLoader<DriverProvider> drivers, DeviceConfig config, Time time) {
        for (DriverProvider driver : drivers) {
            if (driver.name().equals(config.driver()) && driver.kind() == config.kind()) {
                return driver.start(config, time);
            }
        }
        throw new IllegalArgumentException("device " + config.id() + ": no driver \"" + config.driver() + "\" for "
                + config.kind() + " is installed");
    }
}
