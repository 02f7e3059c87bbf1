package org.yici.check.rig;

/** Something that should be seen from outside is not. */
public final class Unmet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unmet(String message) {
        super(message);
    }
}
