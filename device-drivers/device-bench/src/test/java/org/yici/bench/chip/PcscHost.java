package org.yici.bench.chip;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that uses the reader as a kiosk does: over the system's own library, and without any driver of ours. */
final class PcscHost implements AutoCloseable {
    private static final long SCOPE_SYSTEM = 2;
    private static final long SHARE_EXCLUSIVE = 1;
    private static final long PROTOCOL_T0 = 1;
    private static final long PROTOCOL_T1 = 2;
    private static final long RESET_CARD = 1;
    private static final long LEAVE_CARD = 0;
    private static final int LONGEST = 4096;
    private static final HexFormat HEX = HexFormat.of();

    /** winscard.h of pcsc-lite on a machine of 64 bits. */
    interface WinScard extends Library {
        WinScard PCSC = Native.load("libpcsclite.so.1", WinScard.class);

        int SCardEstablishContext(
                long scope, @Nullable Pointer nothing, @Nullable Pointer more, LongByReference context);

        int SCardListReaders(long context, @Nullable Pointer groups, byte[] names, LongByReference length);

        int SCardConnect(
                long context,
                String reader,
                long share,
                long protocols,
                LongByReference card,
                LongByReference protocol);

        int SCardTransmit(
                long card,
                Memory protocol,
                byte[] command,
                long length,
                @Nullable Pointer receiving,
                byte[] answer,
                LongByReference answered);

        int SCardDisconnect(long card, long disposition);

        int SCardReleaseContext(long context);
    }

    /** The service or the card did not do what was asked. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String what, int code) {
            super("%s 0x%08X".formatted(what, code));
        }
    }

    private final long context;
    private long card;
    private long protocol;

    PcscHost() throws Refused {
        LongByReference made = new LongByReference();
        check("context", WinScard.PCSC.SCardEstablishContext(SCOPE_SYSTEM, null, null, made));
        context = made.getValue();
    }

    private static void check(String what, int code) throws Refused {
        if (code != 0) {
            throw new Refused(what, code);
        }
    }

    /** Whether there is such a service. */
    static boolean isServed() {
        try (PcscHost host = new PcscHost()) {
            return host.context != 0;
        } catch (Refused e) {
            return false;
        }
    }

    /** All readers that it is told of. */
    static List<String> readers() {
        try (PcscHost host = new PcscHost()) {
            byte[] names = new byte[LONGEST];
            LongByReference length = new LongByReference(LONGEST);
            check("readers", WinScard.PCSC.SCardListReaders(host.context, null, names, length));
            String all = new String(names, 0, (int) length.getValue(), StandardCharsets.US_ASCII);
            return Arrays.stream(all.split("\0"))
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (Refused e) {
            return List.of();
        }
    }

    /** Connects to the card in the far end's reader; refused while there is none. */
    PcscHost connect() throws Refused {
        LongByReference connected = new LongByReference();
        LongByReference agreed = new LongByReference();
        check(
                "connect",
                WinScard.PCSC.SCardConnect(
                        context, ChipFarEnd.READER, SHARE_EXCLUSIVE, PROTOCOL_T0 | PROTOCOL_T1, connected, agreed));
        card = connected.getValue();
        protocol = agreed.getValue();
        return this;
    }

    /** The card's answer, all in hexadecimal digits. */
    String send(String command) throws Refused {
        byte[] bytes = HEX.parseHex(command);
        byte[] answer = new byte[LONGEST];
        LongByReference length = new LongByReference(LONGEST);
        try (Memory header = new Memory(16)) {
            header.setLong(0, protocol);
            header.setLong(8, header.size());
            check("transmit", WinScard.PCSC.SCardTransmit(card, header, bytes, bytes.length, null, answer, length));
        }
        // Of a card that was pulled the service sometimes says that nothing came, successfully.
        check("answer", length.getValue() < 2 ? -1 : 0);
        return HEX.formatHex(answer, 0, (int) length.getValue());
    }

    /** Lets the card go and resets it. */
    void reset() throws Refused {
        check("disconnect", WinScard.PCSC.SCardDisconnect(card, RESET_CARD));
        card = 0;
    }

    @Override
    public void close() {
        if (card != 0) {
            WinScard.PCSC.SCardDisconnect(card, LEAVE_CARD);
        }
        WinScard.PCSC.SCardReleaseContext(context);
    }
}
