package org.yici.device;

import java.util.function.Consumer;

/**
 * Reads codes. It looks for them only while somebody wants one; what it is shown meanwhile is dropped, so that no code waits for whoever
 * comes next.
 */
public interface BarcodeReader extends Device {
    /**
     * Looks for codes until the subscription is closed, also across losses of the device, and tells each on the device's thread. What
     * comes is data that nobody vouches for, whatever it looks like.
     */
    Subscription read(Consumer<? super CodeEvent> listener);
}
