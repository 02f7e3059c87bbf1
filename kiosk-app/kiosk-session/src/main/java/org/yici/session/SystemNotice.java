package org.yici.session;

import info.faljse.SDNotify.SDNotify;

/** What whoever keeps this process is told (sd_notify(3)); nothing happens where nobody keeps it. */
final class SystemNotice {
    private SystemNotice() {}

    /** Warm, and able to take the screen. */
    static void ready() {
        SDNotify.sendNotify();
    }

    /** Alive; without it for some seconds the process is killed. */
    static void alive() {
        SDNotify.sendWatchdog();
    }
}
