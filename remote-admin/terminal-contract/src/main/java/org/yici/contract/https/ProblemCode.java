package org.yici.contract.https;

/** Why the service refuses a terminal's request. */
public enum ProblemCode {
    /** Not a request that can be understood. */
    MALFORMED,
    /** The enrolment code is unknown, used up or too old, or for another terminal. */
    ENROLMENT_REFUSED,
    /** No pass, or one that is forged or has ended. */
    PASS_REFUSED,
    /** The terminal may not (any more) ask. */
    TERMINAL_REFUSED,
    /** The evidence names a reader that does not belong to this terminal. */
    READER_UNKNOWN,
    /** This needs a higher assurance level. */
    LEVEL_TOO_LOW,
    /** The card was read longer ago than a visit lasts, or in the future. */
    EVIDENCE_NOT_CURRENT,
    /** The terminal asked more than it may in an hour. */
    OVER_QUOTA,
    /** Outside the hours in which this terminal may ask. */
    OUTSIDE_HOURS,
    /** There is nothing to issue for this person. */
    NOT_AVAILABLE,
    /** The idempotency key was used before with other content. */
    KEY_REUSED,
    /** More citizens ask at once than can be served; the same request may be made again in a few seconds. */
    PLATFORM_BUSY,
    /** The upstream platform cannot be reached or failed. */
    PLATFORM_FAILED
}
