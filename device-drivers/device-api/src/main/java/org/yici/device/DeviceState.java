package org.yici.device;

/** State of a device: the values of {@code device} in CEN XFS4IoT, common status. */
public enum DeviceState {
    ONLINE,
    OFFLINE,
    POWER_OFF,
    NO_DEVICE,
    HARDWARE_ERROR,
    USER_ERROR,
    DEVICE_BUSY,
    FRAUD_ATTEMPT,
    POTENTIAL_FRAUD,
    STARTING;

    /** Whether the device can take an order now. */
    public boolean usable() {
        return this == ONLINE || this == DEVICE_BUSY;
    }
}
