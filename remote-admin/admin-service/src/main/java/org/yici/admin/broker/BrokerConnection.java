package org.yici.admin.broker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.admin.dispatch.DispatchLimits;
import org.yici.admin.dispatch.FairDispatcher;
import org.yici.admin.store.DatabaseFailures;
import org.yici.base.tls.TrackingSocketFactory;

/**
 * One connection to the broker with the subscription to all terminals, to the broker's log and to the answers of its dynamic security
 * plugin. A terminal's message is acknowledged as soon as it waits in the {@link FairDispatcher} or is dropped: the broker hands messages
 * over in one line, so one that is held back there would hold up those of all other terminals. Answers go out after the commit, and they
 * alone let a terminal forget (docs/decisions/0110). Log and plugin's answers are dealt with at once, on Paho's thread.
 */
final class BrokerConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
    /** How many messages the broker is told to have under way at most: enough to fill the line while acknowledgements travel. */
    private static final int ON_THE_WAY = 1_000;

    /** An agent has 32 entries under way and sends each again after half a minute. Sixteen states are three seconds of what passes. */
    private static final DispatchLimits LIMITS = new DispatchLimits(4, 64, 16, 64L << 20);

    /** What MQTT 5 means where the broker names no receive maximum (3.2.2.3.3). */
    private static final int NO_LIMIT = 65_535;

    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int FAILURE = 0x80;
    /** How long the broker has for each answer; twice that for the connection, which TLS is part of. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MqttAsyncClient client;
    private final TrackingSocketFactory sockets;
    private final LinkListener listener;
    private final Inbox inbox;
    private final BrokerSession session;
    private final int watch;
    private final Duration patience;
    private final FairDispatcher<Arrived> dispatcher;
    /** Paho gives a topic its alias when it is asked to publish, and must then send in this order. */
    private final Object publishing = new Object();

    private record Arrived(String topic, byte[] payload) {}

    private BrokerConnection(
            URI broker, SSLContext tls, Inbox inbox, BrokerSession session, int watch, Duration patience)
            throws MqttException {
        this.sockets = new TrackingSocketFactory(tls.getSocketFactory());
        this.client = new MqttAsyncClient(broker.toString(), "service-" + UUID.randomUUID(), new MemoryPersistence());
        this.inbox = inbox;
        this.session = session;
        this.watch = watch;
        this.patience = patience;
        this.listener = new LinkListener(this::take);
        this.dispatcher = new FairDispatcher<>("broker-inbox", LIMITS, this::process, this::failed);
    }

    /**
     * Connects and subscribes; blocks for several times the patience at most.
     *
     * @param patience how long the broker has for each answer; whole seconds
     */
    static BrokerConnection open(
            URI broker, SSLContext tls, Inbox inbox, BrokerSession session, int watch, Duration patience)
            throws MqttException {
        BrokerConnection connection = new BrokerConnection(broker, tls, inbox, session, watch, patience);
        try {
            connection.connect();
            return connection;
        } catch (MqttException e) {
            connection.close();
            throw e;
        }
    }

    private void connect() throws MqttException {
        client.setCallback(listener);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout((int) patience.toSeconds());
        options.setReceiveMaximum(ON_THE_WAY);
        options.setSocketFactory(sockets);
        IMqttToken connected = client.connect(options);
        connected.waitForCompletion(2 * patience.toMillis());
        Integer most = connected.getResponseProperties().getReceiveMaximum();
        listener.room(most == null ? NO_LIMIT : most);
        dispatcher.start();
        subscribe(BrokerTopics.LOG + "#", 0);
        subscribe(BrokerTopics.CONTROL_RESPONSE, 1);
        session.opened(json -> publish(BrokerTopics.CONTROL, json));
        subscribe(BrokerTopics.TERMINALS, 1);
    }

    private void subscribe(String filter, int qos) throws MqttException {
        IMqttToken token = client.subscribe(filter, qos);
        token.waitForCompletion(patience.toMillis());
        int[] codes = token.getReasonCodes();
        if (codes == null || codes.length == 0 || codes[0] >= FAILURE) {
            throw new MqttException(codes == null || codes.length == 0 ? FAILURE : codes[0]);
        }
    }

    /** Never waits: Paho's one thread for callbacks also tells that the broker took an answer, for which the workers may wait. */
    private void take(String topic, MqttMessage message) {
        byte[] payload = message.getPayload();
        if (topic.startsWith(BrokerTopics.LOG)) {
            session.logged(topic, new String(payload, StandardCharsets.UTF_8));
        } else if (topic.equals(BrokerTopics.CONTROL_RESPONSE)) {
            session.answered(payload);
        } else if (session.admits(topic, payload.length)) {
            queue(topic, payload);
        }
    }

    private void queue(String topic, byte[] payload) {
        inbox.route(topic, payload.length).ifPresent(route -> {
            if (!dispatcher.offer(route.sender(), new Arrived(topic, payload), payload.length, route.overflow())) {
                inbox.overflowed(route);
            }
        });
    }

    /** Opens when the connection is over. */
    CountDownLatch lost() {
        return listener.lost();
    }

    private void process(Arrived next) throws MqttException, InterruptedException {
        Optional<Inbox.Reply> reply = accept(next);
        if (reply.isPresent()) {
            publish(reply.get().topic(), reply.get().payload());
        }
    }

    /** Work that is interrupted because this connection ends is neither done nor failed: its sender says it again. */
    private Optional<Inbox.Reply> accept(Arrived next) throws InterruptedException {
        try {
            return inbox.accept(next.topic(), next.payload(), watch);
        } catch (RuntimeException e) {
            if (DatabaseFailures.isInterrupted(e)) {
                InterruptedException interrupted = new InterruptedException("the line to the broker ends");
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e;
        }
    }

    /** Whatever ended the work: a line on which nobody works must not look like one. */
    private void failed(Throwable failure) {
        listener.lost().countDown();
        if (failure instanceof MqttException refused) {
            LOG.info("An answer could not be sent, reason {}", refused.getReasonCode());
        } else {
            LOG.error("A message could not be dealt with; the line to the broker is built anew", failure);
        }
    }

    /**
     * The broker says at the connect how many answers may be under way, and terminals that were cut off ask for many at once: then this
     * one waits. Paho must never be asked for one too many: it refuses it (32202) after it has noted the topic's alias, which the broker
     * then never hears of, and ends the connection at the next message for that topic (0x82; Paho 1.2.5).
     */
    private void publish(String topic, byte[] payload) throws MqttException {
        try {
            if (!listener.awaitRoom(patience.toMillis())) {
                throw new MqttException(MqttClientException.REASON_CODE_MAX_INFLIGHT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MqttException(MqttClientException.REASON_CODE_CLIENT_DISCONNECTING, e);
        }
        synchronized (publishing) {
            client.publish(topic, payload, 1, false, null, listener);
        }
    }

    @Override
    public void close() {
        session.ended();
        dispatcher.close();
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(patience.toMillis());
            }
        } catch (MqttException e) {
            LOG.debug("Disconnecting from the broker, reason {}", e.getReasonCode());
        }
        sockets.close();
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("Closing the connection to the broker, reason {}", e.getReasonCode());
        }
    }
}
