package org.yici.device;

/** How a printer can prove that paper came out, best first; said in the printer's profile. */
public enum EvidenceClass {
    EXIT_SENSOR,
    PAGE_COUNTER,
    /** IPP {@code job-impressions-completed} together with {@code printer-state-reasons} (RFC 8011, 5.3.18). */
    IMPRESSIONS,
    /** Only the job's state: proves that the printer took the bytes. */
    JOB_STATE,
    /** Nothing: the citizen has to say. */
    CITIZEN_WORD
}
