package org.yici.admin.terminal;

import java.util.Optional;
import org.yici.admin.refusal.RefusalKind;
import org.yici.contract.https.ProblemCode;

/** A terminal's request is refused; told to it in the contract's form. Neither code nor detail says anything about a citizen. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final Optional<RefusalKind> kind;
    private final String fact;

    /** @param detail for staff, in English */
    public RequestRefused(ProblemCode code, String detail) {
        this(code, counted(code), detail, "");
    }

    /**
     * @param kind what it is counted as: finer than the code, which need not tell a stranger more
     * @param detail for staff, in English
     */
    public RequestRefused(ProblemCode code, RefusalKind kind, String detail) {
        this(code, Optional.of(kind), detail, "");
    }

    private RequestRefused(ProblemCode code, Optional<RefusalKind> kind, String detail, String fact) {
        super(detail, null, false, false);
        this.code = code;
        this.kind = kind;
        this.fact = fact;
    }

    /** The same with a fact to be kept with the count: a number or a few words of the service's own. */
    public RequestRefused with(String keptFact) {
        return new RequestRefused(code, kind, detail(), keptFact);
    }

    public String fact() {
        return fact;
    }

    /** What it is counted as; empty if nothing was refused, but could not be had. */
    public Optional<RefusalKind> kind() {
        return kind;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    private static Optional<RefusalKind> counted(ProblemCode code) {
        return switch (code) {
            case MALFORMED -> Optional.of(RefusalKind.REQUEST_MALFORMED);
            case ENROLMENT_REFUSED -> Optional.of(RefusalKind.ENROLMENT_REFUSED);
            case PASS_REFUSED -> Optional.of(RefusalKind.PASS_FORGED);
            case TERMINAL_REFUSED -> Optional.of(RefusalKind.TERMINAL_REFUSED);
            case READER_UNKNOWN -> Optional.of(RefusalKind.READER_UNKNOWN);
            case LEVEL_TOO_LOW -> Optional.of(RefusalKind.LEVEL_TOO_LOW);
            case EVIDENCE_NOT_CURRENT -> Optional.of(RefusalKind.EVIDENCE_NOT_CURRENT);
            case OVER_QUOTA -> Optional.of(RefusalKind.OVER_QUOTA);
            case OUTSIDE_HOURS -> Optional.of(RefusalKind.OUTSIDE_HOURS);
            case KEY_REUSED -> Optional.of(RefusalKind.KEY_REUSED);
            case NOT_AVAILABLE, PLATFORM_BUSY, PLATFORM_FAILED -> Optional.empty();
        };
    }
}
