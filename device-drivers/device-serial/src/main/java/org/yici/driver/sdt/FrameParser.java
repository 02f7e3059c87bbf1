package org.yici.driver.sdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds answers in bytes that come in any portions; after damage it searches again in what it had swallowed. */
final class FrameParser {
    private FrameState state = FrameState.Preamble.SEARCH;
    private boolean damaged;

    /** The whole answers that end within these bytes. */
    List<SdtAnswer> feed(byte[] bytes, int count) {
        List<SdtAnswer> answers = new ArrayList<>();
        byte[] input = Arrays.copyOf(bytes, count);
        int at = 0;
        while (at < input.length) {
            state = state.next(input[at++]);
            if (state instanceof FrameState.Whole whole) {
                answers.add(whole.answer());
            } else if (state instanceof FrameState.Damaged broken) {
                damaged = true;
                state = FrameState.Preamble.SEARCH;
                // Shorter by at least the preamble each time, so that this ends.
                input = joined(broken.toSearch(), input, at);
                at = 0;
            }
        }
        return answers;
    }

    private static byte[] joined(byte[] first, byte[] input, int from) {
        byte[] all = Arrays.copyOf(first, first.length + input.length - from);
        System.arraycopy(input, from, all, first.length, input.length - from);
        return all;
    }

    /** Whether an answer has begun and is not whole yet. */
    boolean insideAnAnswer() {
        return state instanceof FrameState.LengthHigh
                || state instanceof FrameState.LengthLow
                || state instanceof FrameState.Body;
    }

    /** Whether anything was damaged so far. */
    boolean damaged() {
        return damaged;
    }
}
