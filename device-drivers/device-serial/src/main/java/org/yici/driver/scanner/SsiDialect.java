package org.yici.driver.scanner;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Zebra's Simple Serial Interface: codes come in packets with a checksum, one or several a code, and each is acknowledged; a damaged one
 * is asked for again.
 */
final class SsiDialect implements Dialect {
    /** A packet's bytes follow each other; this long after the last one nothing more of it comes. */
    private static final int SILENCE_MS = 200;

    private static final int MOST_REPEATS = 3;
    /** Without a beep: parameter "decode data packet format", not saved, is 1: packets instead of bare text. */
    private static final int[] PACKETS_PLEASE = {0xFF, 0xEE, 0x01};

    private static final int SEND_AGAIN = 0x01;

    private final ByteArrayOutputStream coming = new ByteArrayOutputStream();
    private final CodeCollector code = new CodeCollector();
    private final List<byte[]> due = new ArrayList<>();
    private Optional<SsiPacket> last = Optional.empty();
    private boolean goesOn;
    private int repeats;

    @Override
    public Optional<byte[]> greeting() {
        return Optional.of(SsiPacket.toScanner(SsiPacket.SET_PARAMETER, PACKETS_PLEASE));
    }

    @Override
    public Optional<byte[]> begin() {
        return Optional.of(command(SsiPacket.START_SESSION));
    }

    @Override
    public Optional<byte[]> end() {
        return Optional.of(command(SsiPacket.STOP_SESSION));
    }

    private static byte[] command(int operation) {
        return SsiPacket.toScanner(operation);
    }

    @Override
    public List<Heard> feed(byte[] bytes, int count) {
        coming.write(bytes, 0, count);
        List<Heard> heard = new ArrayList<>();
        byte[] all = coming.toByteArray();
        int at = 0;
        while (at < all.length) {
            int length = Byte.toUnsignedInt(all[at]);
            if (length < SsiPacket.HEADER) {
                // No packet begins so; a zero is what wakes sleeping scanners.
                at++;
                continue;
            }
            int end = at + length + SsiPacket.CHECKSUM;
            if (end > all.length) {
                break;
            }
            at = end;
            packet(Arrays.copyOfRange(all, end - length - SsiPacket.CHECKSUM, end), heard);
        }
        coming.reset();
        coming.write(all, at, all.length - at);
        return heard;
    }

    private void packet(byte[] whole, List<Heard> heard) {
        int length = whole.length - SsiPacket.CHECKSUM;
        int told = Byte.toUnsignedInt(whole[length]) << 8 | Byte.toUnsignedInt(whole[length + 1]);
        if (told != SsiPacket.checksum(whole, length)) {
            damaged(heard);
            return;
        }
        repeats = 0;
        SsiPacket packet = new SsiPacket(Arrays.copyOf(whole, length));
        switch (packet.operation()) {
            case SsiPacket.ACK -> heard.add(new Heard.Reply(true));
            case SsiPacket.NAK -> heard.add(new Heard.Reply(false));
            case SsiPacket.DECODE_DATA -> decoded(packet, heard);
            default -> due.add(command(SsiPacket.ACK));
        }
    }

    private void decoded(SsiPacket packet, List<Heard> heard) {
        due.add(command(SsiPacket.ACK));
        if (packet.isAgain() && last.filter(packet::saysTheSameAs).isPresent()) {
            // Our acknowledgement was lost.
            return;
        }
        last = Optional.of(packet);
        byte[] data = packet.data();
        // The first byte of a message says what kind of code it is.
        for (int i = goesOn ? 0 : 1; i < data.length; i++) {
            if (!code.add(data[i])) {
                heard.add(new Heard.TooLong());
            }
        }
        goesOn = packet.continues();
        if (!goesOn) {
            code.end().ifPresent(heard::add);
        }
    }

    private void damaged(List<Heard> heard) {
        if (repeats == MOST_REPEATS) {
            // Taken, so that it is not sent for ever.
            due.add(command(SsiPacket.ACK));
            heard.add(new Heard.Damaged());
            code.clear();
            goesOn = false;
            repeats = 0;
        } else {
            repeats++;
            due.add(SsiPacket.toScanner(SsiPacket.NAK, SEND_AGAIN));
        }
    }

    /** What is left is a part of a packet: it is asked for again. */
    @Override
    public List<Heard> silence() {
        List<Heard> heard = new ArrayList<>();
        if (coming.size() > 0) {
            coming.reset();
            damaged(heard);
        }
        return heard;
    }

    @Override
    public int patience() {
        return SILENCE_MS;
    }

    @Override
    public List<byte[]> due() {
        List<byte[]> now = List.copyOf(due);
        due.clear();
        return now;
    }

    @Override
    public void sent() {
        // Answers are packets and cannot be taken for codes.
    }

    @Override
    public void expectNoAnswer() {
        // As above.
    }

    @Override
    public void reset() {
        coming.reset();
        code.clear();
        due.clear();
        last = Optional.empty();
        goesOn = false;
        repeats = 0;
    }
}
