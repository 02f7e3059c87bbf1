package org.yici.agent.server;

import java.io.IOException;

/** The service answered, and the answer is no. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    RefusedException(String resource, int status, String code, String detail) {
        super("the service refuses " + resource + ": " + status + " " + code + (detail.isBlank() ? "" : ", " + detail));
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A name of {@code ProblemCode}, or empty if the answer was no problem document. */
    public String code() {
        return code;
    }
}
