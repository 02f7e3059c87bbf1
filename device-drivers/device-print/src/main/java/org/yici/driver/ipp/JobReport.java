package org.yici.driver.ipp;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the printer says of a job.
 *
 * @param impressions {@code job-impressions-completed}: sides that were interpreted, marked and stacked (RFC 8011, 5.3.18.2); one-sided
 *     printing makes one a sheet; empty if the printer does not say
 * @param sheets {@code job-media-sheets-completed}: sheets that were marked and stacked (RFC 8011, 5.3.18.3); empty if the printer does
 *     not say
 * @param reasons {@code job-state-reasons} without {@code none}
 */
record JobReport(
        int id, String name, JobPhase phase, OptionalInt impressions, OptionalInt sheets, List<String> reasons) {
    JobReport {
        reasons = List.copyOf(reasons);
    }
}
