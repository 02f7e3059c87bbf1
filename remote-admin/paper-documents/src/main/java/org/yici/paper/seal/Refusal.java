package org.yici.paper.seal;

/** Ends a check early; never leaves this package. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final SealVerdict.Reason reason;

    Refusal(SealVerdict.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    SealVerdict.Reason reason() {
        return reason;
    }
}
