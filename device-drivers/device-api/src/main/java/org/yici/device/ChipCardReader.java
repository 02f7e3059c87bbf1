package org.yici.device;

import java.util.function.Consumer;

/**
 * Reads chip cards that are inserted or laid. What can be read without a secret is read at once; what needs one is only named. Nothing is
 * ever asked of a card that it counts (no PIN is tried).
 */
public interface ChipCardReader extends Device {
    /**
     * Tells what happens from now on, on the device's thread; to the first listener also what happened since the device was started. Of
     * each card one event says what came of it, and then one that it is gone: taken out, or lost
     * together with its reader. A card of which the first was told before is not told again, its going is.
     */
    Subscription onEvent(Consumer<? super ChipEvent> listener);
}
