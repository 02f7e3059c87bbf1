package org.yici.admin.broker;

import java.security.cert.X509Certificate;
import java.util.function.Predicate;

/** An MQTT 5 broker inside the service: TLS with client certificates only, each terminal held to its own topics. */
public interface EmbeddedBroker extends AutoCloseable {
    /** Opens the port; blocks until it takes connections. */
    void start() throws BrokerException;

    /** The port it listens on. */
    int port();

    /** Looks at all connections and ends those whose certificate is not good any more; to be called every few seconds. */
    void review();

    /** Ends all connections and closes the port. */
    @Override
    void close();

    /** Decides whether a certificate of the terminals' authority is still good. Blocks briefly; thread-safe. */
    interface Admission {
        /** Asked at each connection. */
        boolean admits(X509Certificate certificate);

        /** The same for many certificates, as it is now. */
        Predicate<X509Certificate> now();
    }

    /** The broker cannot do its work. */
    final class BrokerException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokerException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
