package org.yici.driver.chip;

import org.yici.device.ReaderEvent.Reason;

/** A card gave nothing usable; says why, never what was in it. */
public final class CardRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String nativeCode;

    /** {@code nativeCode} is the field's name, a status word, or the system's code. */
    public CardRefusal(Reason reason, String nativeCode) {
        super(reason + " " + nativeCode);
        this.reason = reason;
        this.nativeCode = nativeCode;
    }

    /** What the field says cannot be true. */
    public static CardRefusal untrue(String field) {
        return new CardRefusal(Reason.NOT_TRUSTED, field);
    }

    public Reason reason() {
        return reason;
    }

    public String nativeCode() {
        return nativeCode;
    }
}
