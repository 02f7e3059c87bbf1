package org.yici.device;

import java.util.function.Consumer;

/**
 * Reads resident identity cards. Whether a card still lies there cannot be known from the protocol (a card that was read answers like
 * no card), so that there is an event when a card is read, and none when it is taken.
 */
public interface IdentityReader extends Device {
    /**
     * Tells each card from now on, on the device's thread; to the first listener also what was found since the device was started. A card that
     * was told before is not told again.
     */
    Subscription onEvent(Consumer<? super ReaderEvent> listener);
}
