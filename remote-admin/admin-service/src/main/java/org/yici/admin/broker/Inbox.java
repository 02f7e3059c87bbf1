package org.yici.admin.broker;

import java.util.Optional;

/** Takes messages from the broker, one at a time and in the order in which they came. */
@FunctionalInterface
public interface Inbox {
    /**
     * Deals with one message; all it brings about is committed when this returns. What is thrown cuts the line to the broker, which
     * is then built anew.
     *
     * @param watch number of the watch in which it was heard
     * @return what to answer, if anything
     */
    Optional<Reply> accept(String topic, byte[] payload, int watch);

    /** A message for a terminal. */
    record Reply(String topic, byte[] payload) {}
}
