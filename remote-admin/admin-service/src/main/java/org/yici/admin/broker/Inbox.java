package org.yici.admin.broker;

import java.util.Optional;
import org.yici.admin.dispatch.FairDispatcher.Overflow;

/**
 * Takes messages from the broker. {@link #route} is called for each as it arrives; those that have a route are then handed to
 * {@link #accept} by several threads at once, but one at a time and in order for each sender.
 */
public interface Inbox {
    /**
     * Decides by topic and size alone whether a message is handled, and counts it if it is not. Never blocks: it runs on the one thread
     * that reads from the broker.
     *
     * @return empty if the message is dropped
     */
    Optional<Route> route(String topic, int bytes);

    /** Counts a message that had a route and for which there was no room. Never blocks. */
    void overflowed(Route route);

    /**
     * Deals with one message; all it brings about is committed when this returns. What is thrown cuts the line to the broker, which
     * is then built anew.
     *
     * @param watch number of the watch in which it was heard
     * @return what to answer, if anything
     */
    Optional<Reply> accept(String topic, byte[] payload, int watch);

    /**
     * How a message waits for its turn.
     *
     * @param sender whose queue it waits in
     */
    record Route(String sender, Overflow overflow) {}

    /** A message for a terminal. */
    record Reply(String topic, byte[] payload) {}
}
