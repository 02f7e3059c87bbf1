package org.yici.driver.ipp;

import org.yici.base.Time;
import org.yici.device.DeviceThread;

/** What working off an order needs of the device. */
record PrinterAccess(IppClient client, IppConfig config, DeviceThread thread, Time time, Eye eye) {
    /** Asks the printer how it is and tells those who listen to its status. */
    @FunctionalInterface
    interface Eye {
        PrinterCondition look();
    }

    /** How the printer is now. */
    PrinterCondition look() {
        return eye.look();
    }

    /** Waits until it is time to ask the printer again. */
    void pause() {
        thread.pause(config.poll());
    }

    /** Keeps the status fresh while waiting. */
    void lookAndPause() {
        eye.look();
        pause();
    }
}
