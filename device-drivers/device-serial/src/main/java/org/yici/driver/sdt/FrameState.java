package org.yici.driver.sdt;

import java.util.Arrays;

/** How far an answer has come; each byte leads to the next state. {@link Whole} and {@link Damaged} are followed by a new search. */
sealed interface FrameState {
    /** Status bytes and checksum. */
    int SHORTEST = 4;
    /** Base data with two fingerprints. */
    int LONGEST = 2314;

    FrameState next(byte b);

    /** Looks for AA AA AA 96 69, of which {@code matched} bytes have come. */
    record Preamble(int matched) implements FrameState {
        static final Preamble SEARCH = new Preamble(0);
        private static final byte[] BYTES = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

        @Override
        public FrameState next(byte b) {
            if (b == BYTES[matched]) {
                return matched + 1 == BYTES.length ? new LengthHigh() : new Preamble(matched + 1);
            }
            if (b != BYTES[0]) {
                return SEARCH;
            }
            // A fourth AA still leaves three of them before what follows.
            return matched == 3 ? this : new Preamble(1);
        }
    }

    record LengthHigh() implements FrameState {
        @Override
        public FrameState next(byte b) {
            int high = Byte.toUnsignedInt(b);
            return high << 8 > LONGEST ? Damaged.at(b) : new LengthLow(high);
        }
    }

    record LengthLow(int high) implements FrameState {
        @Override
        public FrameState next(byte b) {
            int length = high << 8 | Byte.toUnsignedInt(b);
            return length < SHORTEST || length > LONGEST ? Damaged.at(b) : new Body(new byte[length], 0);
        }
    }

    /** Collects what the length promised; the last byte is the checksum. The array belongs to the one chain of states. */
    record Body(byte[] bytes, int filled) implements FrameState {
        @Override
        public FrameState next(byte b) {
            bytes[filled] = b;
            if (filled + 1 < bytes.length) {
                return new Body(bytes, filled + 1);
            }
            return checksum() == 0 ? new Whole(answer()) : new Damaged(swallowed());
        }

        private int checksum() {
            int xor = bytes.length >> 8 ^ bytes.length & 0xFF;
            for (byte each : bytes) {
                xor ^= Byte.toUnsignedInt(each);
            }
            return xor;
        }

        /** From the second byte of the length on: it may have been the first of the next preamble. */
        private byte[] swallowed() {
            byte[] all = new byte[bytes.length + 1];
            all[0] = (byte) bytes.length;
            System.arraycopy(bytes, 0, all, 1, bytes.length);
            return all;
        }

        private SdtAnswer answer() {
            int cardStatus = Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1]);
            return new SdtAnswer(
                    cardStatus, Byte.toUnsignedInt(bytes[2]), Arrays.copyOfRange(bytes, 3, bytes.length - 1));
        }
    }

    /** An answer whose checksum is right. */
    record Whole(SdtAnswer answer) implements FrameState {
        @Override
        public FrameState next(byte b) {
            return Preamble.SEARCH.next(b);
        }
    }

    /**
     * Not a frame after all.
     *
     * @param toSearch what was taken for a part of it and may hold the beginning of a true one
     */
    record Damaged(byte[] toSearch) implements FrameState {
        static Damaged at(byte b) {
            return new Damaged(new byte[] {b});
        }

        @Override
        public FrameState next(byte b) {
            return Preamble.SEARCH.next(b);
        }
    }
}
