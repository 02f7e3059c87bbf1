package org.yici.admin.terminal;

import org.yici.contract.https.ProblemCode;

/** A terminal's request is refused; told to it in the contract's form. Neither code nor detail says anything about a citizen. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    /** @param detail for staff, in English */
    public RequestRefused(ProblemCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
