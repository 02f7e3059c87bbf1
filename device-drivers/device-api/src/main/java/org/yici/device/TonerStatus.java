package org.yici.device;

/** Toner or ink of a printer (CEN XFS4IoT, printer status). */
public enum TonerStatus {
    FULL,
    LOW,
    OUT,
    UNKNOWN
}
