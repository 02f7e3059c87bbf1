package org.yici.driver.sdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** The number of the reader's security module as its makers print it, for example 05.03-20140101-001234567-089012345. */
final class SafeModuleId {
    private SafeModuleId() {}

    /** From the 16 data bytes of the answer to {@link SdtCommand#SAM_ID}. */
    static String of(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        return String.format(
                Locale.ROOT,
                "%02d.%02d-%d-%09d-%09d",
                Short.toUnsignedInt(in.getShort()),
                Short.toUnsignedInt(in.getShort()),
                Integer.toUnsignedLong(in.getInt()),
                Integer.toUnsignedLong(in.getInt()),
                Integer.toUnsignedLong(in.getInt()));
    }
}
