package org.yici.contract;

import java.time.Instant;

/**
 * How a terminal came to know who stands in front of it; part of every personal request.
 *
 * @param method how identity was shown
 * @param safeModule the reader's security module as its maker prints it, bound to the terminal at enrolment; empty where none proved the card
 * @param level how sure that makes the terminal
 * @param readAt when the card was read, by the centre's time as the terminal carries it on; the service takes it for half an hour
 */
public record IdentityEvidence(Method method, String safeModule, AssuranceLevel level, Instant readAt) {
    /** A way to show identity. */
    public enum Method {
        /** A citizen's resident identity card (居民身份证). */
        RESIDENT_ID_CARD,
        /** A residence permit for residents of Hong Kong, Macao or Taiwan (港澳台居民居住证). */
        RESIDENCE_PERMIT,
        /** A foreign permanent resident's identity card (外国人永久居留身份证). */
        FOREIGN_RESIDENT_CARD,
        /** A social-security card (社会保障卡), as it reads without a PIN. */
        SOCIAL_SECURITY_CARD;

        /** Whether the reader's security module proves the card genuine. */
        public boolean isProven() {
            return this != SOCIAL_SECURITY_CARD;
        }

        /** The highest level that the card alone gives. */
        public AssuranceLevel best() {
            return isProven() ? AssuranceLevel.CARD : AssuranceLevel.CARD_UNPROVEN;
        }
    }

    public IdentityEvidence {
        if (safeModule.length() > 64) {
            throw new IllegalArgumentException("a security module's id has at most 64 characters");
        }
    }
}
