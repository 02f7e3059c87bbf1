package org.yici.driver.ipp;

import java.util.List;

/**
 * What the printer says of itself.
 *
 * @param state {@code printer-state}: 3 idle, 4 processing, 5 stopped; 0 if it did not say
 * @param accepting {@code printer-is-accepting-jobs}
 * @param reasons {@code printer-state-reasons} as they came
 * @param formats {@code document-format-supported}
 */
record PrinterReport(int state, boolean accepting, List<String> reasons, List<String> formats) {
    static final int PROCESSING = 4;
    static final int STOPPED = 5;

    PrinterReport {
        reasons = List.copyOf(reasons);
        formats = List.copyOf(formats);
    }
}
