package org.yici.contract;

/** Bytes are not the message they should be. Neither message nor cause repeat the input: it may be a citizen's. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String type, int bytes) {
        super("not a readable " + type + " (" + bytes + " bytes)");
    }
}
