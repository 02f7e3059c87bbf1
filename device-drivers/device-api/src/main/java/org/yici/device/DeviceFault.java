package org.yici.device;

import org.yici.base.WhoActs;

/**
 * One thing that is wrong with a device.
 *
 * @param name the field's word for it, for example {@code media-empty} (IPP) or {@code port-gone}
 * @param whoActs who has to act
 * @param nativeCode what the device itself said, in its own words or in hexadecimal; empty if it said nothing
 */
public record DeviceFault(String name, WhoActs whoActs, String nativeCode) {
    /** Name and native code, for whoever looks for the fault. */
    public String words() {
        return nativeCode.isEmpty() ? name : name + " (" + nativeCode + ")";
    }
}
