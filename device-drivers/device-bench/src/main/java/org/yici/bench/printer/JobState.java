package org.yici.bench.printer;

/** The life of a job, RFC 8011 5.3.7; {@code code} is the number on the wire. */
public enum JobState {
    PENDING(3),
    HELD(4),
    PROCESSING(5),
    STOPPED(6),
    CANCELED(7),
    ABORTED(8),
    COMPLETED(9);

    private final int code;

    JobState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether nothing will happen to the job any more. */
    public boolean isOver() {
        return code >= CANCELED.code;
    }
}
