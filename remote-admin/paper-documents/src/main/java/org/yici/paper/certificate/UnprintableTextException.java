package org.yici.paper.certificate;

/** A text holds a character that no face of the house can show; the certificate must be issued at a counter. Tells no text. */
public final class UnprintableTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnprintableTextException(String what) {
        super("the " + what + " holds a character that is in no face of the house; nothing was laid out");
    }
}
