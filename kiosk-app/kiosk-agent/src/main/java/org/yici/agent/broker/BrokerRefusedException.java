package org.yici.agent.broker;

import java.io.IOException;

/** The broker answered a CONNECT or a SUBSCRIBE with a reason code of 0x80 or more. */
public final class BrokerRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int reasonCode;

    /** @param reasonCode of MQTT 5, 2.4 */
    public BrokerRefusedException(String message, int reasonCode, Throwable cause) {
        super(message, cause);
        this.reasonCode = reasonCode;
    }

    public int reasonCode() {
        return reasonCode;
    }
}
