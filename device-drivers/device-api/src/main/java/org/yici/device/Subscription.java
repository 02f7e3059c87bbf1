package org.yici.device;

/** Ends a stream of notifications; idempotent, any thread. No notification begins after {@link #close} returned. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
