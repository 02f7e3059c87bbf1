package org.yici.check;

/** Something that should be seen from outside is not. */
final class Unmet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unmet(String message) {
        super(message);
    }
}
