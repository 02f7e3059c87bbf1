package org.yici.admin.broker;

/** The broker's dynamic security plugin did not do what it was told. */
final class BrokerControlException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokerControlException(String message) {
        super(message);
    }

    BrokerControlException(String message, Throwable cause) {
        super(message, cause);
    }
}
