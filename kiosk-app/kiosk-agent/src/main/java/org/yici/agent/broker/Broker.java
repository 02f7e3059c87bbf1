package org.yici.agent.broker;

import java.io.IOException;

/** Where connections to the broker are made. One at a time; a connection that is lost is never used again. */
public interface Broker {
    /**
     * Connects with nothing remembered from before, leaves {@code will} with the broker and subscribes to {@code filter} at QoS 1.
     * Blocks, at most about 70 s.
     *
     * @throws BrokerRefusedException the broker answered and refuses us
     * @throws IOException the broker cannot be reached, or is not the one that we trust; nothing stays open
     */
    BrokerConnection connect(Will will, String filter, BrokerListener listener) throws IOException;

    /** What the broker publishes, at QoS 1 and not retained, when the connection breaks without a word. */
    record Will(String topic, byte[] message) {}
}
