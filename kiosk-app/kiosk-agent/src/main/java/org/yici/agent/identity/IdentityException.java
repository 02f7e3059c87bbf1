package org.yici.agent.identity;

/** The terminal's key or a trust anchor is missing or unreadable. The message says which file and what to do. */
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1L;

    IdentityException(String message) {
        super(message);
    }

    IdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
