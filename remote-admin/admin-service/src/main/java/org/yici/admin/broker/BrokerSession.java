package org.yici.admin.broker;

import org.eclipse.paho.mqttv5.common.MqttException;

/** What goes on over one connection to the broker beside the terminals' messages. Called on Paho's thread; never waits. */
interface BrokerSession {
    /** Sends one packet of commands to the broker's dynamic security plugin. */
    @FunctionalInterface
    interface Commands {
        void send(byte[] json) throws MqttException;
    }

    /** The connection stands and its subscriptions are made. */
    void opened(Commands commands);

    /** The connection is over. */
    void ended();

    /** An answer of the dynamic security plugin, perhaps to another instance. */
    void answered(byte[] json);

    /** One line of the broker's log, with its topic. */
    void logged(String topic, String line);

    /** Whether a message of a terminal is to be dealt with by this instance, and is not one too many. */
    boolean admits(String topic, int length);
}
