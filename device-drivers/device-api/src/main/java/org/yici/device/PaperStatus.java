package org.yici.device;

/** Paper in a printer's tray (CEN XFS4IoT, printer status). "Unknown" is a value, never a guess. */
public enum PaperStatus {
    FULL,
    LOW,
    OUT,
    JAMMED,
    UNKNOWN
}
