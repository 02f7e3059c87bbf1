package org.yici.agent.store;

import java.nio.file.Path;
import java.util.Locale;
import org.yici.base.ErrorCode;

/** The store cannot be opened, read or written. Nothing of the attempt is on disk. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    StoreException(Reason reason, Path file, String attempted, Throwable cause) {
        super(attempted + " in " + file + ": " + reason.words + " (" + cause.getMessage() + ")", cause);
        this.reason = reason;
    }

    StoreException(Reason reason, Path file, String seen) {
        super("the store " + file + " is refused: " + reason.words + " (" + seen + ")");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with it. */
    public enum Reason {
        /** No space, or the size that it may have is used up. */
        FULL("the disk is full"),
        /** File, folder or file system cannot be written. */
        READ_ONLY("it cannot be written; look at the owner, the mode and the mount options"),
        /** The bytes are not those of a store, or not any more. */
        DAMAGED("it is damaged"),
        /** A later version of the program wrote it. */
        NEWER("it was written by a newer version"),
        /** The operating system or SQLite refused in another way. */
        FAILED("SQLite failed");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** What the screen says. */
        public ErrorCode code() {
            return switch (this) {
                case FULL, READ_ONLY, FAILED -> ErrorCode.STORE_FULL;
                case DAMAGED -> ErrorCode.STORE_DAMAGED;
                case NEWER -> ErrorCode.STORE_NEWER;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
