package org.yici.agent.broker;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.yici.base.TerminalId;
import org.yici.base.tls.TrackingSocketFactory;

/**
 * Eclipse Paho 1.2.5 under the rules that make it safe: a new client for each connection, clean start, nothing remembered, no topic
 * aliases, no reconnecting of its own (docs/decisions/0041). It checks the server's name against its certificate by itself.
 */
public final class PahoBroker implements Broker {
    /** Thousands of terminals that come back together are all in after some 16 s at one broker, none much sooner (tried with Mosquitto). */
    private static final int CONNECT_SECONDS = 30;

    /** The broker's reason codes; the client's own are lower or higher. */
    private static final int FAILURE = 0x80;

    private static final int LAST_REASON = 0xff;

    private final URI uri;
    private final TerminalId terminal;
    private final int keepAliveSeconds;
    private final Supplier<SSLSocketFactory> sockets;
    private final int connectSeconds;

    /** {@code sockets} is asked at each connection, so that a renewed key is used from the next one on. */
    public PahoBroker(URI uri, TerminalId terminal, int keepAliveSeconds, Supplier<SSLSocketFactory> sockets) {
        this(uri, terminal, keepAliveSeconds, sockets, CONNECT_SECONDS);
    }

    /** @param connectSeconds how long the broker has for the connection, and again for the subscription */
    PahoBroker(
            URI uri,
            TerminalId terminal,
            int keepAliveSeconds,
            Supplier<SSLSocketFactory> sockets,
            int connectSeconds) {
        this.uri = uri;
        this.terminal = terminal;
        this.keepAliveSeconds = keepAliveSeconds;
        this.sockets = sockets;
        this.connectSeconds = connectSeconds;
    }

    @Override
    public BrokerConnection connect(Will will, String filter, BrokerListener listener) throws IOException {
        TrackingSocketFactory factory = new TrackingSocketFactory(sockets.get());
        try {
            MqttAsyncClient client = new MqttAsyncClient(uri.toString(), terminal.value(), new MemoryPersistence());
            PahoConnection connection = new PahoConnection(client, factory, listener);
            client.setCallback(connection);
            try {
                IMqttToken connected = client.connect(options(will, factory));
                connected.waitForCompletion(connectSeconds * 1000L);
                connection.accepted(connected.getResponseProperties());
                subscribe(client, filter);
                connection.watch();
                return connection;
            } catch (MqttException e) {
                connection.cut();
                throw e;
            }
        } catch (MqttException e) {
            String message = uri + " as " + terminal + ": " + words(e);
            int code = e.getReasonCode();
            throw code >= FAILURE && code <= LAST_REASON
                    ? new BrokerRefusedException(message, code, e)
                    : new IOException(message, e);
        }
    }

    private MqttConnectionOptions options(Will will, SSLSocketFactory factory) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setTopicAliasMaximum(0);
        options.setKeepAliveInterval(keepAliveSeconds);
        options.setConnectionTimeout(connectSeconds);
        options.setSocketFactory(factory);
        MqttMessage message = new MqttMessage(will.message());
        message.setQos(1);
        message.setRetained(false);
        options.setWill(will.topic(), message);
        MqttProperties properties = new MqttProperties();
        properties.setWillDelayInterval(0L);
        options.setWillMessageProperties(properties);
        return options;
    }

    private void subscribe(MqttAsyncClient client, String filter) throws MqttException {
        IMqttToken token = client.subscribe(filter, 1);
        token.waitForCompletion(connectSeconds * 1000L);
        int[] codes = token.getReasonCodes();
        if (codes != null && codes.length > 0 && codes[0] >= FAILURE) {
            throw new MqttException(codes[0]);
        }
    }

    private static String words(MqttException e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String detail = root == e ? String.valueOf(e.getMessage()) : root.toString();
        return detail + " (reason " + e.getReasonCode() + ")";
    }
}
