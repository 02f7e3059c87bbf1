package org.yici.driver.serial;

/** A serial line cannot be used; carries why and the operating system's error number. */
public final class SerialLinkException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such port now. */
        ABSENT,
        /** Another program holds it; in the normal course the session before, for some milliseconds. */
        BUSY,
        /** The operating system does not let this user open it. */
        FORBIDDEN,
        /** It was open and is gone: the plug was pulled. */
        GONE,
        /** The library's native part cannot be loaded. */
        NO_LIBRARY
    }

    private final Reason reason;
    private final int errno;

    public SerialLinkException(Reason reason, int errno, String message) {
        super(message);
        this.reason = reason;
        this.errno = errno;
    }

    public SerialLinkException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.errno = 0;
    }

    public Reason reason() {
        return reason;
    }

    /** The operating system's number, 0 if it gave none. */
    public int errno() {
        return errno;
    }
}
