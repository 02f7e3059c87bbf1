package org.yici.agent.broker;

import java.time.Duration;

/** One standing connection. Thread-safe; {@link #offer} never blocks, the two ends do for the time that they are given. */
public interface BrokerConnection {
    /**
     * Publishes at QoS 1, not retained.
     *
     * @return false if the connection takes no more now: try again after the next {@link BrokerListener#paced}, or it is lost
     */
    boolean offer(String topic, byte[] message);

    /** The longest packet that the broker takes, in bytes. */
    long longestPacket();

    /** For how long the broker has acknowledged nothing although something is under way; zero if nothing is. */
    Duration unanswered();

    /** Publishes a last message, waits for its acknowledgement and disconnects; the will is not published. */
    void end(String topic, byte[] lastMessage, Duration patience);

    /** Closes the socket at once, as a broken wire would: the broker publishes the will. */
    void cut();
}
