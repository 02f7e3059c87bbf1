package org.yici.admin.broker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
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

/**
 * One connection to the broker with the subscription to all terminals, to the broker's log and to the answers of its dynamic security
 * plugin. Each message of a terminal is processed, committed and answered before it is acknowledged; so many may be on their way that a
 * slow database slows the broker down. Log and answers are dealt with at once, on Paho's thread.
 */
final class BrokerConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
    /** How many messages the broker is told to have under way at most. */
    private static final int ON_THE_WAY = 64;

    /** Mosquitto 2.0.11 sends as many again after each acknowledgement; a broker with which so many pile up is taken for broken. */
    private static final int MOST_WAITING = 4_096;

    /** From here on messages of QoS 0, for which nobody promised anything, are dropped: no terminal of ours sends such. */
    private static final int MOST_WAITING_UNPROMISED = MOST_WAITING / 2;

    /** What MQTT 5 means where the broker names no receive maximum (3.2.2.3.3). */
    private static final int NO_LIMIT = 65_535;

    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int FAILURE = 0x80;
    private static final long PATIENCE_MILLIS = 5_000;

    private final MqttAsyncClient client;
    private final LinkListener listener;
    private final Inbox inbox;
    private final BrokerSession session;
    private final int watch;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread worker;

    private record Arrived(String topic, MqttMessage message) {}

    private BrokerConnection(URI broker, Inbox inbox, BrokerSession session, int watch) throws MqttException {
        this.client = new MqttAsyncClient(broker.toString(), "service-" + UUID.randomUUID(), new MemoryPersistence());
        this.inbox = inbox;
        this.session = session;
        this.watch = watch;
        this.listener = new LinkListener(this::take);
        this.worker = new Thread(this::work, "broker-inbox");
        this.worker.setDaemon(true);
    }

    /** Connects and subscribes; blocks for seconds at most. */
    static BrokerConnection open(URI broker, SSLContext tls, Inbox inbox, BrokerSession session, int watch)
            throws MqttException {
        BrokerConnection connection = new BrokerConnection(broker, inbox, session, watch);
        try {
            connection.connect(tls);
            return connection;
        } catch (MqttException e) {
            connection.close();
            throw e;
        }
    }

    private void connect(SSLContext tls) throws MqttException {
        client.setManualAcks(true);
        client.setCallback(listener);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout((int) (PATIENCE_MILLIS / 1000));
        options.setReceiveMaximum(ON_THE_WAY);
        options.setSocketFactory(tls.getSocketFactory());
        IMqttToken connected = client.connect(options);
        connected.waitForCompletion(2 * PATIENCE_MILLIS);
        Integer most = connected.getResponseProperties().getReceiveMaximum();
        listener.room(most == null ? NO_LIMIT : most);
        worker.start();
        subscribe(BrokerTopics.LOG + "#", 0);
        subscribe(BrokerTopics.CONTROL_RESPONSE, 1);
        session.opened(json -> publish(BrokerTopics.CONTROL, json));
        subscribe(BrokerTopics.TERMINALS, 1);
    }

    private void subscribe(String filter, int qos) throws MqttException {
        IMqttToken token = client.subscribe(filter, qos);
        token.waitForCompletion(PATIENCE_MILLIS);
        int[] codes = token.getReasonCodes();
        if (codes == null || codes.length == 0 || codes[0] >= FAILURE) {
            throw new MqttException(codes == null || codes.length == 0 ? FAILURE : codes[0]);
        }
    }

    /** Never waits: Paho's one thread for callbacks also tells that the broker took an answer, for which the worker may wait. */
    private void take(String topic, MqttMessage message) {
        if (topic.startsWith(BrokerTopics.LOG)) {
            session.logged(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
            acknowledgeQuietly(message);
        } else if (topic.equals(BrokerTopics.CONTROL_RESPONSE)) {
            session.answered(message.getPayload());
            acknowledgeQuietly(message);
        } else if (session.admits(topic, message.getPayload().length) && !isUnpromisedAndTooMany(message)) {
            queue(topic, message);
        } else {
            acknowledgeQuietly(message);
        }
    }

    private boolean isUnpromisedAndTooMany(MqttMessage message) {
        return message.getQos() == 0 && arrived.size() >= MOST_WAITING_UNPROMISED;
    }

    private void queue(String topic, MqttMessage message) {
        if (!arrived.offer(new Arrived(topic, message))) {
            LOG.warn("{} messages of the broker wait to be dealt with; the line to it is built anew", MOST_WAITING);
            listener.lost().countDown();
        }
    }

    /** Opens when the connection is over. */
    CountDownLatch lost() {
        return listener.lost();
    }

    private void work() {
        try {
            while (true) {
                Arrived next = arrived.take();
                process(next.topic(), next.message());
            }
        } catch (InterruptedException e) {
            LOG.debug("The line to the broker is closed");
        } catch (MqttException e) {
            LOG.info("An answer or acknowledgement could not be sent, reason {}", e.getReasonCode());
        } catch (RuntimeException e) {
            LOG.error("A message could not be dealt with; the line to the broker is built anew", e);
        } finally {
            // Whatever ended this thread: a line that nobody works on must not look like one.
            listener.lost().countDown();
        }
    }

    private void process(String topic, MqttMessage message) throws MqttException, InterruptedException {
        var reply = inbox.accept(topic, message.getPayload(), watch);
        if (reply.isPresent()) {
            publish(reply.get().topic(), reply.get().payload());
        }
        acknowledge(message);
    }

    /**
     * The broker says at the connect how many answers may be under way, and terminals that were cut off ask for many at once: then this
     * one waits. Paho must never be asked for one too many: it refuses it (32202) after it has noted the topic's alias, which the broker
     * then never hears of, and ends the connection at the next message for that topic (0x82; Paho 1.2.5).
     */
    private void publish(String topic, byte[] payload) throws MqttException {
        try {
            if (!listener.awaitRoom(PATIENCE_MILLIS)) {
                throw new MqttException(MqttClientException.REASON_CODE_MAX_INFLIGHT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MqttException(MqttClientException.REASON_CODE_CLIENT_DISCONNECTING, e);
        }
        client.publish(topic, payload, 1, false, null, listener);
    }

    private void acknowledge(MqttMessage message) throws MqttException {
        try {
            client.messageArrivedComplete(message.getId(), message.getQos());
        } catch (NullPointerException e) {
            // Paho 1.2.5 lets its callback go before it says that the connection is over.
            throw new MqttException(MqttClientException.REASON_CODE_CONNECTION_LOST, e);
        }
    }

    /** On Paho's own thread, which tells by itself when the connection is over. */
    private void acknowledgeQuietly(MqttMessage message) {
        try {
            acknowledge(message);
        } catch (MqttException e) {
            LOG.debug("A message could not be acknowledged, reason {}", e.getReasonCode());
        }
    }

    @Override
    public void close() {
        session.ended();
        worker.interrupt();
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(PATIENCE_MILLIS);
            }
        } catch (MqttException e) {
            LOG.debug("Disconnecting from the broker, reason {}", e.getReasonCode());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("Closing the connection to the broker, reason {}", e.getReasonCode());
        }
    }
}
