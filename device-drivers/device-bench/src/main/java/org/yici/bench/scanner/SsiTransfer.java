package org.yici.bench.scanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One code on its way to an SSI host, packet by packet: the next one goes after the host's acknowledgement, the same one again
 * when the host asks for it or is silent, three times in all. One thread.
 */
final class SsiTransfer {
    private static final int DECODE_DATA = 0xF3;
    private static final byte QR_CODE = 0x1C;

    private static final int RETRANSMIT = 0x01;
    private static final int CONTINUATION = 0x02;

    /** Zebra's "serial response time-out" as scanners come with it. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** Zebra's scanners send twice more before they give up. */
    private static final int TRIES = 3;

    private final CodeScanner scanner;
    private final LongSupplier nanos;
    private final List<byte[]> parts;
    private int part;
    private int tries;
    private long sentAt;

    SsiTransfer(HeldCode code, CodeScanner scanner, LongSupplier nanos) {
        this.scanner = scanner;
        this.nanos = nanos;
        parts = parts(code);
    }

    /** The kind of code goes before its first byte and nowhere else. */
    private static List<byte[]> parts(HeldCode code) {
        byte[] all = new byte[1 + code.length()];
        all[0] = QR_CODE;
        System.arraycopy(code.bytes(), 0, all, 1, code.length());
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < all.length; from += SsiPacket.MOST_DATA) {
            parts.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + SsiPacket.MOST_DATA)));
        }
        return parts;
    }

    /** Sends the packet that it is at: for the first time, or again. */
    byte[] send() {
        if (tries == TRIES) {
            part = parts.size();
        }
        if (isOver()) {
            return Dialect.NOTHING;
        }
        tries++;
        sent();
        int status = (tries > 1 ? RETRANSMIT : 0) | (part < parts.size() - 1 ? CONTINUATION : 0);
        byte[] packet = SsiPacket.of(DECODE_DATA, status, parts.get(part));
        if (tries == 1 && scanner.has(ScannerQuirk.DAMAGES_PACKETS)) {
            packet[SsiPacket.HEADER + parts.get(part).length / 2] ^= 0x01;
        }
        return packet;
    }

    /** The packet is on the wire; the host's time to answer begins. */
    void sent() {
        sentAt = nanos.getAsLong();
    }

    /** The host has the packet. */
    byte[] acknowledged() {
        if (tries == 1 && scanner.has(ScannerQuirk.LOSES_ACKS)) {
            return Dialect.NOTHING;
        }
        part++;
        tries = 0;
        return send();
    }

    /** Sends again what the host has left without an answer for too long. */
    byte[] due() {
        return nanos.getAsLong() - sentAt < ANSWER.toNanos() ? Dialect.NOTHING : send();
    }

    /** Whether the host has everything, or the scanner has given up. */
    boolean isOver() {
        return part == parts.size();
    }
}
