package org.yici.driver.sdt;

import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;

/** The reader cannot be used as it is; it is closed and opened again. */
final class ReaderFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeviceState state;
    private final transient DeviceFault fault;

    ReaderFault(DeviceState state, String name, WhoActs whoActs, String nativeCode) {
        super(name + " " + nativeCode);
        this.state = state;
        this.fault = new DeviceFault(name, whoActs, nativeCode);
    }

    DeviceState state() {
        return state;
    }

    DeviceFault fault() {
        return fault;
    }
}
