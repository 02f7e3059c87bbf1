package org.yici.contract;

import java.time.Instant;

/**
 * How a terminal came to know who stands in front of it; part of every personal request.
 *
 * @param method how identity was shown
 * @param safeModule the reader's security module as its maker prints it; bound to the terminal at enrolment
 * @param level how sure that makes the terminal
 * @param readAt when the card was read, terminal time
 */
public record IdentityEvidence(Method method, String safeModule, AssuranceLevel level, Instant readAt) {
    /** A way to show identity. */
    public enum Method {
        RESIDENT_ID_CARD
    }

    public IdentityEvidence {
        if (safeModule.length() > 64) {
            throw new IllegalArgumentException("a security module's id has at most 64 characters");
        }
    }
}
