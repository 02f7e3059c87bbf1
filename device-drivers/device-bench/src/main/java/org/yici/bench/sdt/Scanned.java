package org.yici.bench.sdt;

/** What the scanner made of the bytes that came from the host. */
sealed interface Scanned {
    /** A whole frame whose check byte is right; {@code extra} counts the bytes between parameter and check byte. */
    record Command(int command, int parameter, int extra) implements Scanned {
        boolean isRead() {
            return command == 0x30;
        }

        boolean setsRate() {
            return command == 0x60;
        }
    }

    record BadChecksum() implements Scanned {}

    /** The length field says what no command of the host can be. */
    record BadLength() implements Scanned {}
}
