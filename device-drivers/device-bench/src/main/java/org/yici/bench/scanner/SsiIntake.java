package org.yici.bench.scanner;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds an SSI host's packets in a stream of bytes, however they are cut; zeros before a packet are calls to wake up. One thread. */
final class SsiIntake {
    private final ByteBuffer packet = ByteBuffer.allocate(255 + SsiPacket.CHECKSUM);
    private int length;

    List<SsiReceived> accept(byte[] bytes) {
        List<SsiReceived> found = new ArrayList<>();
        for (byte b : bytes) {
            accept(b, found);
        }
        return found;
    }

    /** Forgets half a packet. */
    void forget() {
        packet.clear();
    }

    private void accept(byte b, List<SsiReceived> found) {
        if (packet.position() == 0) {
            length = b & 0xFF;
            if (length < SsiPacket.HEADER) {
                return;
            }
        }
        packet.put(b);
        if (packet.position() == length + SsiPacket.CHECKSUM) {
            found.add(received(packet.array()));
            packet.clear();
        }
    }

    private SsiReceived received(byte[] bytes) {
        boolean right = SsiPacket.checksum(bytes, length) == (packet.getShort(length) & 0xFFFF)
                && bytes[2] == SsiPacket.FROM_HOST;
        return right
                ? new SsiReceived.Packet(bytes[1] & 0xFF, Arrays.copyOfRange(bytes, SsiPacket.HEADER, length))
                : new SsiReceived.Damaged();
    }
}
