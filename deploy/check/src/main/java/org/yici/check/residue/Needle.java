package org.yici.check.residue;

import java.util.HashSet;
import java.util.Set;

/**
 * A byte string that is looked for. Some of its bytes may be any: the fourth byte of a pixel is whatever the program that painted it left
 * there.
 *
 * @param bytes its bytes, zero where any will do
 * @param care for each byte whether it counts
 */
record Needle(byte[] bytes, boolean[] care) {
    /** As many bytes in a row that count, and are not all zero, must be somewhere in it: by them it is found. */
    static final int ANCHOR = 3;

    Needle {
        bytes = bytes.clone();
        care = care.clone();
        if (bytes.length < 4 || !hasAnchor(bytes, care)) {
            throw new IllegalArgumentException("a needle of " + bytes.length + " bytes would be found everywhere");
        }
    }

    /** Reads hexadecimal digits; two dots are any byte. */
    static Needle parse(String text) {
        byte[] bytes = new byte[text.length() / 2];
        boolean[] care = new boolean[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            String digits = text.substring(2 * i, 2 * i + 2);
            care[i] = !digits.equals("..");
            bytes[i] = care[i] ? (byte) Integer.parseInt(digits, 16) : 0;
        }
        return new Needle(bytes, care);
    }

    int length() {
        return bytes.length;
    }

    private static boolean hasAnchor(byte[] bytes, boolean[] care) {
        for (int at = 0; at + ANCHOR <= care.length; at++) {
            boolean counts = care[at] && care[at + 1] && care[at + 2];
            if (counts && (bytes[at] != 0 || bytes[at + 1] != 0 || bytes[at + 2] != 0)) {
                return true;
            }
        }
        return false;
    }

    /** How good a sign of this needle the bytes from {@code at} on are: the more different and the less like padding, the better; 0 is none. */
    int worth(int at) {
        Set<Byte> different = new HashSet<>();
        int plain = 0;
        for (int i = at; i < at + ANCHOR; i++) {
            if (!care[i]) {
                return 0;
            }
            different.add(bytes[i]);
            plain += bytes[i] == 0 || bytes[i] == -1 ? 1 : 0;
        }
        boolean zero = different.size() == 1 && plain == ANCHOR && bytes[at] == 0;
        return zero ? 0 : 1 + 4 * different.size() - plain;
    }

    /** Whether it lies in {@code hay} from {@code begin} on; all of it is within the array. */
    boolean isAt(byte[] hay, int begin) {
        for (int i = 0; i < bytes.length; i++) {
            if (care[i] && hay[begin + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
