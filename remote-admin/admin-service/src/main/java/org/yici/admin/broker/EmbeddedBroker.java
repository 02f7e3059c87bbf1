package org.yici.admin.broker;

import java.security.cert.X509Certificate;

/** An MQTT 5 broker inside the service: TLS with client certificates only, each terminal held to its own topics. */
public interface EmbeddedBroker extends AutoCloseable {
    /** Opens the port; blocks until it takes connections. */
    void start() throws BrokerException;

    /** The port it listens on. */
    int port();

    /** Ends all connections and closes the port. */
    @Override
    void close();

    /** Decides, at each connection, whether a certificate of the terminals' authority is still good. Blocks briefly; thread-safe. */
    @FunctionalInterface
    interface Admission {
        boolean admits(X509Certificate certificate);
    }

    /** The broker cannot do its work. */
    final class BrokerException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokerException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
