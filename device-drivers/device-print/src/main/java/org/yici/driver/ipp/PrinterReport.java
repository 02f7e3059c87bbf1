package org.yici.driver.ipp;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the printer says of itself.
 *
 * @param state {@code printer-state}: 3 idle, 4 processing, 5 stopped; 0 if it did not say
 * @param accepting {@code printer-is-accepting-jobs}
 * @param reasons {@code printer-state-reasons} as they came
 * @param impressions {@code printer-impressions-completed}: sides that it printed in its life; empty if it does not say
 * @param queue whether this is a queue of CUPS before a printer
 */
record PrinterReport(int state, boolean accepting, List<String> reasons, OptionalInt impressions, boolean queue) {
    static final int IDLE = 3;
    static final int PROCESSING = 4;
    static final int STOPPED = 5;

    PrinterReport {
        reasons = List.copyOf(reasons);
    }
}
