package org.yici.kiosk.port;

/** Why a session ends. */
public enum EndReason {
    /** The citizen has what they came for. */
    FINISHED,
    /** The citizen said so, or nobody was served. */
    CANCELLED,
    /** Nobody touched the screen for too long. */
    TIMED_OUT,
    /** The terminal cannot go on. */
    FAULT
}
