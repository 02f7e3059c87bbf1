package org.yici.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A number that equal faults of equal programs have in common. It is drawn from the classes of what was thrown and of its causes and from
 * the frames of our own code; no message and no value is in it, so that it tells nothing of a citizen.
 */
public final class FaultFingerprint {
    /** Seven digits at most: no number of a citizen fits. */
    public static final int BITS = 23;

    private static final String OURS = "org.yici.";
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 16;

    private FaultFingerprint() {}

    /** From 0 to 2^23 - 1. */
    public static long of(Throwable fault) {
        StringBuilder text = new StringBuilder();
        Throwable each = fault;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            text.append(each.getClass().getName()).append('\n');
            int frames = 0;
            for (StackTraceElement frame : each.getStackTrace()) {
                if (frame.getClassName().startsWith(OURS) && frames++ < MOST_FRAMES) {
                    text.append(place(frame)).append('\n');
                }
            }
            each = each.getCause();
        }
        return first(text.toString());
    }

    /** Class and method, without the numbers that the compiler gives to lambdas, and without lines. */
    private static String place(StackTraceElement frame) {
        return (frame.getClassName() + "." + frame.getMethodName()).replaceAll("\\$[0-9]+", "");
    }

    private static long first(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            int bits = (digest[0] & 0xff) << 16 | (digest[1] & 0xff) << 8 | digest[2] & 0xff;
            return bits >>> 24 - BITS;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
