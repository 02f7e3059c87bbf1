package org.yici.bench.travel;

import java.nio.charset.StandardCharsets;

/** The files of a travel document besides its security object (ICAO 9303-10). */
public final class DataGroups {
    private DataGroups() {}

    /** DG1 with these characters of the machine-readable zone. */
    public static byte[] zone(String characters) {
        return DataObject.of(0x61, text(0x5F1F, characters));
    }

    /**
     * DG11 with a full name, a number of the person and a date of birth.
     *
     * @param birth YYYYMMDD
     */
    public static byte[] details(String fullName, String personalNumber, String birth) {
        return DataObject.of(
                0x6B,
                DataObject.of(0x5C, new byte[] {0x5F, 0x0E, 0x5F, 0x10, 0x5F, 0x2B}),
                text(0x5F0E, fullName),
                text(0x5F10, personalNumber),
                text(0x5F2B, birth));
    }

    /** EF.COM of a document with DG1 and DG11. */
    public static byte[] contents() {
        return DataObject.of(
                0x60, text(0x5F01, "0107"), text(0x5F36, "040000"), DataObject.of(0x5C, new byte[] {0x61, 0x6B}));
    }

    private static byte[] text(int tag, String text) {
        return DataObject.of(tag, text.getBytes(StandardCharsets.UTF_8));
    }
}
