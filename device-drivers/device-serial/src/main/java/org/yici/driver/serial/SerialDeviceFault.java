package org.yici.driver.serial;

import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;

/** The device cannot be used as it is; it is closed and opened again. */
public final class SerialDeviceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeviceState state;
    private final transient DeviceFault fault;

    public SerialDeviceFault(DeviceState state, String name, WhoActs whoActs, String nativeCode) {
        super(name + " " + nativeCode);
        this.state = state;
        this.fault = new DeviceFault(name, whoActs, nativeCode);
    }

    public DeviceState state() {
        return state;
    }

    public DeviceFault fault() {
        return fault;
    }
}
