package org.yici.driver.chip;

import java.util.Locale;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.jspecify.annotations.Nullable;

/** What the smart-card service said instead of doing it, with its code (pcsc-lite's {@code pcsclite.h}). */
final class PcscTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What it means for the driver. */
    enum Kind {
        /** The service is not there or went away; a new connection may find it. */
        SERVICE_GONE,
        /** The system's library is missing or is not the one expected. */
        LIBRARY_MISSING,
        /** The reader is gone. */
        READER_GONE,
        /** Another program uses the card. */
        BUSY,
        /** The card is gone, was reset, is silent or is none. */
        CARD
    }

    private final Kind kind;
    private final String nativeCode;

    private PcscTrouble(Kind kind, String nativeCode, @Nullable Throwable cause) {
        super(kind + " " + nativeCode, cause);
        this.kind = kind;
        this.nativeCode = nativeCode;
    }

    static PcscTrouble readerGone() {
        return new PcscTrouble(Kind.READER_GONE, "", null);
    }

    /** What {@code e}, thrown by the provider, means. */
    static PcscTrouble of(Throwable e) {
        if (e instanceof LinkageError) {
            return new PcscTrouble(Kind.LIBRARY_MISSING, e.getClass().getSimpleName(), e);
        }
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof JnaPCSCException said) {
                return ofCode(said.code, e);
            }
            if (each instanceof JnaCardNotPresentException said) {
                return ofCode(said.code, e);
            }
        }
        // An answer of less than two bytes, for one, ends in an IllegalArgumentException.
        return new PcscTrouble(Kind.CARD, e.getClass().getSimpleName(), e);
    }

    private static PcscTrouble ofCode(long code, Throwable e) {
        int number = (int) code;
        return new PcscTrouble(kind(number), String.format(Locale.ROOT, "%08X", number), e);
    }

    private static Kind kind(int code) {
        return switch (code) {
            // Invalid handle, no service, service stopped, communication error, internal error, shutdown: the
            // connection is no good.
            case 0x80100003, 0x8010001D, 0x8010001E, 0x80100013, 0x80100001, 0x80100018, 0x80100006 ->
                Kind.SERVICE_GONE;
            // Unknown reader, reader unavailable, no readers available.
            case 0x80100009, 0x80100017, 0x8010002E -> Kind.READER_GONE;
            // Sharing violation.
            case 0x8010000B -> Kind.BUSY;
            default -> Kind.CARD;
        };
    }

    Kind kind() {
        return kind;
    }

    /** Eight hexadecimal digits as pcsc-lite numbers them, or the name of what was thrown; may be empty. */
    String nativeCode() {
        return nativeCode;
    }
}
