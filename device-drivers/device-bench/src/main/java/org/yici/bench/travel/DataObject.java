package org.yici.bench.travel;

import java.io.ByteArrayOutputStream;

/** Writes data objects: a tag of one or two bytes, a length, a value (ISO/IEC 7816-4, BER). */
public final class DataObject {
    private DataObject() {}

    /**
     * @param tag one byte, or two
     * @param parts the value, at most 65535 bytes together
     */
    public static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            value.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            all.write(tag >> 8);
        }
        all.write(tag);
        if (value.size() > 0xFF) {
            all.write(0x82);
            all.write(value.size() >> 8);
        } else if (value.size() > 0x7F) {
            all.write(0x81);
        }
        all.write(value.size());
        all.writeBytes(value.toByteArray());
        return all.toByteArray();
    }
}
