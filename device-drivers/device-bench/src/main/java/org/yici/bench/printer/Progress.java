package org.yici.bench.printer;

import java.util.Optional;

/**
 * How far a job's paper has come.
 *
 * @param pages how many pages the document has; empty until it has arrived and was understood
 * @param printed how many of them lie in the tray or were taken from it
 * @param sheets on how many sheets they are
 */
record Progress(Optional<Integer> pages, int printed, int sheets) {
    static final Progress NONE = new Progress(Optional.empty(), 0, 0);

    Progress understood(int count) {
        return new Progress(Optional.of(count), printed, sheets);
    }

    Progress sheetOut(int sides) {
        return new Progress(pages, printed + sides, sheets + 1);
    }
}
