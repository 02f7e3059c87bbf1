package org.yici.agent.broker;

/** Hears of one connection. Called on threads of the client; must not block. */
public interface BrokerListener {
    /** A message arrived. */
    void arrived(String topic, byte[] message);

    /** The broker acknowledged a message. It paces and says nothing of delivery. */
    void paced();

    /**
     * The broker refused a message of ours (MQTT 5, 3.4.2.1).
     *
     * @param reasonCode 0x80 or more
     */
    void refused(int reasonCode);

    /**
     * The connection is gone; called once, the last call.
     *
     * @param reasonCode MQTT 5's reason code of the broker's DISCONNECT; 0 if it said nothing
     */
    void lost(int reasonCode);

    /** Another client took our identity over: MQTT 5, 3.14.2.1. */
    int TAKEN_OVER = 142;
}
