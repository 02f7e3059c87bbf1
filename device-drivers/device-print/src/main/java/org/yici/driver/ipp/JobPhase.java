package org.yici.driver.ipp;

/** {@code job-state} (RFC 8011, 5.3.7). */
enum JobPhase {
    PENDING(3),
    HELD(4),
    PROCESSING(5),
    STOPPED(6),
    CANCELED(7),
    ABORTED(8),
    COMPLETED(9),
    /** A value that the standard does not know, or none. */
    UNKNOWN(0);

    private final int code;

    JobPhase(int code) {
        this.code = code;
    }

    static JobPhase of(int code) {
        for (JobPhase phase : values()) {
            if (phase.code == code) {
                return phase;
            }
        }
        return UNKNOWN;
    }

    /** Whether the printer will do no more for this job. */
    boolean ended() {
        return this == CANCELED || this == ABORTED || this == COMPLETED;
    }
}
