package org.yici.admin.platform;

/** The platform cannot be reached or failed. Says nothing about a citizen. */
public final class PlatformException extends Exception {
    private static final long serialVersionUID = 1L;

    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
