package org.yici.code;

/** A picture that is not looked at: too large, or a file that is no picture. Says which and how much, and nothing of what is in it. */
public final class PictureRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PictureRefusedException(String message) {
        super(message);
    }

    PictureRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
