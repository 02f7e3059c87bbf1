package org.yici.admin.terminal;

import java.math.BigInteger;
import java.time.Instant;

/** A certificate that is not good any more though its time has not run out. */
public record RevokedCertificate(BigInteger serial, Instant at, Reason reason) {
    /** Why. The names stand in the database. */
    public enum Reason {
        /** The terminal was enrolled anew. */
        SUPERSEDED,
        /** Somebody said so. */
        REVOKED
    }
}
