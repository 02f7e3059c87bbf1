package org.yici.admin.dispatch;

/**
 * Bounds of a {@link FairDispatcher}.
 *
 * @param workers threads that handle messages
 * @param repeated messages of one sender that wait at most, of those that the sender repeats
 * @param superseded messages of one sender that wait at most, of those that a later one supersedes
 * @param totalBytes of all that wait, with {@link #OVERHEAD_BYTES} for each
 */
public record DispatchLimits(int workers, int repeated, int superseded, long totalBytes) {
    /** What a waiting message takes beside its payload, generously. */
    public static final int OVERHEAD_BYTES = 512;

    /** One sender gets at most this part of what is free (dynamic thresholds, Choudhury and Hahne 1998). */
    static final int PART_OF_FREE = 8;

    public DispatchLimits {
        if (workers < 1 || repeated < 1 || superseded < 1 || totalBytes < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }
}
