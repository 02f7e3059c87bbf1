package org.yici.base;

/** Who has to act when something is wrong, in the words of CEN XFS4IoT. */
public enum WhoActs {
    /** Anyone on site: refill paper, free a jam. */
    CLEAR,
    /** An engineer. */
    MAINTENANCE,
    /** Nobody: the program tries again by itself. */
    RESET,
    /** The citizen in front of the screen. */
    CITIZEN
}
