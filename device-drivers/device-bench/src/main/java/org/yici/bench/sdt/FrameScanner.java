package org.yici.bench.sdt;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the host's frames in a stream of bytes, whatever lies between them and however they are cut:
 * {@code AA AA AA 96 69 | length (2) | command parameter [data] | xor}. Length counts what follows it; xor covers everything
 * from the length on. One thread.
 */
final class FrameScanner {
    /** Command, parameter and check byte. */
    private static final int SHORTEST = 3;

    /** No command of the host comes near it; a longer one would keep the reader deaf. */
    private static final int LONGEST = 256;

    private enum Expecting {
        PREAMBLE,
        SECOND_MARK,
        LENGTH_HIGH,
        LENGTH_LOW,
        BODY
    }

    private Expecting expecting = Expecting.PREAMBLE;
    private int preambleBytes;
    private int length;
    private int count;
    private int xor;
    private int command;
    private int parameter;

    List<Scanned> accept(byte[] bytes) {
        List<Scanned> found = new ArrayList<>();
        for (byte b : bytes) {
            accept(b & 0xFF, found);
        }
        return found;
    }

    /** Forgets half a frame; called when the line was silent in the middle of one. */
    void reset() {
        expecting = Expecting.PREAMBLE;
        preambleBytes = 0;
    }

    private void accept(int b, List<Scanned> found) {
        switch (expecting) {
            case PREAMBLE -> preamble(b);
            case SECOND_MARK -> secondMark(b);
            case LENGTH_HIGH -> {
                length = b << 8;
                xor = b;
                expecting = Expecting.LENGTH_LOW;
            }
            case LENGTH_LOW -> lengthLow(b, found);
            case BODY -> body(b, found);
        }
    }

    private void preamble(int b) {
        if (b == 0xAA) {
            preambleBytes++;
        } else if (b == 0x96 && preambleBytes >= 3) {
            expecting = Expecting.SECOND_MARK;
        } else {
            preambleBytes = 0;
        }
    }

    private void secondMark(int b) {
        preambleBytes = b == 0xAA ? 1 : 0;
        expecting = b == 0x69 ? Expecting.LENGTH_HIGH : Expecting.PREAMBLE;
    }

    private void lengthLow(int b, List<Scanned> found) {
        length |= b;
        xor ^= b;
        count = 0;
        expecting = Expecting.BODY;
        if (length < SHORTEST || length > LONGEST) {
            found.add(new Scanned.BadLength());
            reset();
        }
    }

    private void body(int b, List<Scanned> found) {
        count++;
        if (count == 1) {
            command = b;
        } else if (count == 2) {
            parameter = b;
        }
        if (count < length) {
            xor ^= b;
            return;
        }
        found.add(xor == b ? new Scanned.Command(command, parameter, length - SHORTEST) : new Scanned.BadChecksum());
        reset();
    }
}
