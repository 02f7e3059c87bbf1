package org.yici.device;

/** Whether a card or a sheet is at the device (CEN XFS4IoT); unknown unless the device can prove it. */
public enum MediaStatus {
    PRESENT,
    NOT_PRESENT,
    JAMMED,
    ENTERING,
    RETRACTED,
    UNKNOWN
}
