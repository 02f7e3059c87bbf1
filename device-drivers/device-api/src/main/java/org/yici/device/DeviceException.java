package org.yici.device;

/** A device cannot go on; the message says what was tried, on which device and port, what was seen and what to do. */
public class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String device;

    public DeviceException(DeviceId device, String message, Throwable cause) {
        super(device + ": " + message, cause);
        this.device = device.value();
    }

    public DeviceException(DeviceId device, String message) {
        super(device + ": " + message);
        this.device = device.value();
    }

    /** The device that cannot go on. */
    public DeviceId device() {
        return new DeviceId(device);
    }
}
