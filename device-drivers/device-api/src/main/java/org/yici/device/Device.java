package org.yici.device;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What all devices have in common. A driver opens its device by itself, watches it and opens it again after a loss; the caller sees
 * that in the status alone. One thread a device; listeners are called on that thread and never under a lock, and must not block.
 */
public interface Device extends AutoCloseable {
    DeviceId id();

    /** The latest status; never blocks. */
    DeviceStatus status();

    /** What the device counted since it was started; what never happened is missing. Never blocks. */
    Map<Counter, Long> counts();

    /** Tells the current status at once (on the device's thread), then each change. */
    Subscription subscribe(Consumer<? super DeviceStatus> listener);

    /**
     * Releases the device; waits at most two seconds for its thread. Idempotent; afterwards {@link #id}, {@link #status} and {@link #counts} still answer
     * and every other call is refused with {@link IllegalStateException}.
     */
    @Override
    void close();
}
