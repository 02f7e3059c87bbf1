package org.yici.paper.copy;

import java.time.Instant;
import org.yici.base.TerminalId;

/**
 * What a terminal prints on a copy.
 *
 * @param copy number of the copy, from 1
 * @param terminalName the terminal's name as citizens know it
 * @param printed printed in China's time, to the second
 */
public record CopyMark(int copy, String terminalName, TerminalId terminal, Instant printed) {
    public CopyMark {
        if (copy < 1) {
            throw new IllegalArgumentException("copies are numbered from 1, not " + copy);
        }
    }
}
