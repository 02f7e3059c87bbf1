package org.yici.paper.certificate;

/** A text cannot be printed as it is; the certificate must be issued at a counter. Tells no text. */
public final class UnprintableTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnprintableTextException(String message) {
        super(message);
    }

    static UnprintableTextException inNoFace(String what) {
        return new UnprintableTextException(
                "the " + what + " holds a character that is in no face of the house; nothing was laid out");
    }

    static UnprintableTextException notWhole(String what) {
        return new UnprintableTextException(
                "the " + what + " does not stand whole on the page; make room for it in the template");
    }
}
