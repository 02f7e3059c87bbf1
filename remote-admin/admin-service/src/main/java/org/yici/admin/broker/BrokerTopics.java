package org.yici.admin.broker;

import org.yici.contract.Topics;

/** The topics of the broker that the server uses; Mosquitto's own ones included. */
final class BrokerTopics {
    /** All that terminals say. Never a shared subscription: Mosquitto 2 lets any terminal into it, and what falls to that is lost. */
    static final String TERMINALS = Topics.PREFIX + "+/out/#";

    static final String CONTROL = "$CONTROL/dynamic-security/v1";
    /** Answers reach all instances. */
    static final String CONTROL_RESPONSE = CONTROL + "/response";

    static final String LOG = "$SYS/broker/log/";

    private BrokerTopics() {}
}
