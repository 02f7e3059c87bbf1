package org.yici.bench.scanner;

/** What was found in the stream of bytes from an SSI host. */
sealed interface SsiReceived {
    /** A packet whose checksum is right. */
    record Packet(int opcode, byte[] data) implements SsiReceived {}

    /** A packet whose checksum is wrong. */
    record Damaged() implements SsiReceived {}
}
