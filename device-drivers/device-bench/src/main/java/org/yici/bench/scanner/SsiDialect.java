package org.yici.bench.scanner;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * Zebra's Simple Serial Interface. Each command is acknowledged or refused, with the reason. Until the host asks for packets (parameter EE),
 * and again after each loss of power, codes are bare text, as scanners come from the maker.
 */
final class SsiDialect implements Dialect {
    private static final int AIM_OFF = 0xC4;
    private static final int AIM_ON = 0xC5;
    private static final int PARAM_SEND = 0xC6;
    private static final int ACK = 0xD0;
    private static final int NAK = 0xD1;
    private static final int START_DECODE = 0xE4;
    private static final int STOP_DECODE = 0xE5;
    private static final int BEEP = 0xE6;
    private static final int LED_ON = 0xE7;
    private static final int LED_OFF = 0xE8;

    private static final byte RESEND = 1;
    private static final byte BAD_CONTEXT = 2;
    private static final byte DENIED = 6;

    /** Decode data packet format: 0 bare text, 1 packets. */
    private static final byte PACKET_FORMAT = (byte) 0xEE;

    private final CodeScanner scanner;
    private final LongSupplier nanos;
    private final SsiIntake intake = new SsiIntake();
    private final Queue<SsiTransfer> transfers = new ArrayDeque<>();
    private boolean packets;

    SsiDialect(CodeScanner scanner, LongSupplier nanos) {
        this.scanner = scanner;
        this.nanos = nanos;
    }

    @Override
    public byte[] accept(byte[] bytes) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (SsiReceived received : intake.accept(bytes)) {
            answers.writeBytes(answer(received));
        }
        return answers.toByteArray();
    }

    private byte[] answer(SsiReceived received) {
        if (!(received instanceof SsiReceived.Packet packet)) {
            return SsiPacket.of(NAK, 0, RESEND);
        }
        SsiTransfer transfer = transfers.peek();
        return switch (packet.opcode()) {
            case ACK -> transfer == null ? NOTHING : goOn(transfer, transfer.acknowledged());
            case NAK -> transfer == null ? NOTHING : goOn(transfer, transfer.send());
            default -> command(packet);
        };
    }

    private byte[] command(SsiReceived.Packet packet) {
        if (scanner.has(ScannerQuirk.REFUSES)) {
            return SsiPacket.of(NAK, 0, DENIED);
        }
        switch (packet.opcode()) {
            case START_DECODE -> scanner.trigger();
            case STOP_DECODE -> scanner.release();
            case PARAM_SEND -> set(packet.data());
            case AIM_ON, AIM_OFF, BEEP, LED_ON, LED_OFF -> {}
            default -> {
                return SsiPacket.of(NAK, 0, BAD_CONTEXT);
            }
        }
        return SsiPacket.of(ACK, 0);
    }

    /** A beep, then pairs of parameter and value. */
    private void set(byte[] data) {
        for (int i = 1; i + 1 < data.length; i += 2) {
            if (data[i] == PACKET_FORMAT) {
                packets = data[i + 1] == 1;
            }
        }
    }

    @Override
    public void forget() {
        intake.forget();
    }

    @Override
    public byte[] tell(HeldCode code) {
        if (!packets) {
            return BareText.of(code, scanner);
        }
        SsiTransfer first = new SsiTransfer(code, scanner, nanos);
        transfers.add(first);
        if (scanner.has(ScannerQuirk.REPEATS)) {
            transfers.add(new SsiTransfer(code, scanner, nanos));
        }
        return first.send();
    }

    @Override
    public boolean isTelling() {
        return !transfers.isEmpty();
    }

    @Override
    public void sent() {
        SsiTransfer transfer = transfers.peek();
        if (transfer != null) {
            transfer.sent();
        }
    }

    @Override
    public byte[] due() {
        SsiTransfer transfer = transfers.peek();
        return transfer == null ? NOTHING : goOn(transfer, transfer.due());
    }

    /** What the transfer sends now, or what the next one begins with when it is over. */
    private byte[] goOn(SsiTransfer transfer, byte[] sent) {
        if (!transfer.isOver()) {
            return sent;
        }
        transfers.remove();
        SsiTransfer next = transfers.peek();
        return next == null ? NOTHING : next.send();
    }
}
