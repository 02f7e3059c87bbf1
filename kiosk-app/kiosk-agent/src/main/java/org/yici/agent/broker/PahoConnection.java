package org.yici.agent.broker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.tls.TrackingSocketFactory;

/** One client of Paho's for the life of one connection. */
final class PahoConnection implements BrokerConnection, MqttCallback {
    private static final Logger LOG = LoggerFactory.getLogger(PahoConnection.class);
    private static final long NO_LIMIT = 256L << 20;
    /** What MQTT 5 means where the broker names no receive maximum (3.2.2.3.3). */
    private static final int NO_MAXIMUM = 65_535;

    private static final int FAILURE = 0x80;
    /** PUBACK: taken, and nobody has subscribed to it. */
    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

    private final MqttAsyncClient client;
    private final TrackingSocketFactory sockets;
    private final BrokerListener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    /**
     * How many messages more may be under way. Paho must never be asked for one too many: it refuses it (32202) after it has noted the
     * topic's alias, of which the broker then never hears, and the next message for that topic ends the connection (0x82; Paho 1.2.5).
     */
    private final Semaphore room = new Semaphore(0);

    private final AtomicBoolean saidUnheard = new AtomicBoolean();
    private final AcknowledgementTimer acknowledgements = new AcknowledgementTimer(System::nanoTime);
    private volatile boolean watched;
    private volatile long longestPacket = NO_LIMIT;

    PahoConnection(MqttAsyncClient client, TrackingSocketFactory sockets, BrokerListener listener) {
        this.client = client;
        this.sockets = sockets;
        this.listener = listener;
    }

    void accepted(@Nullable MqttProperties properties) {
        Long limit = properties == null ? null : properties.getMaximumPacketSize();
        longestPacket = limit == null ? NO_LIMIT : limit;
        Integer most = properties == null ? null : properties.getReceiveMaximum();
        room.release(most == null ? NO_MAXIMUM : most);
    }

    /** From here on a loss is told to the listener; before, to whoever connects. */
    void watch() throws MqttException {
        watched = true;
        if (!client.isConnected()) {
            throw new MqttException(MqttClientException.REASON_CODE_CONNECTION_LOST);
        }
    }

    @Override
    public boolean offer(String topic, byte[] message) {
        if (!room.tryAcquire()) {
            return false;
        }
        acknowledgements.sent();
        try {
            client.publish(topic, message, 1, false, null, new Pace());
            return true;
        } catch (MqttException e) {
            room.release();
            acknowledgements.acknowledged();
            // A connection that is about to be lost.
            LOG.debug("The broker takes no message now: reason {}", e.getReasonCode());
            return false;
        }
    }

    @Override
    public long longestPacket() {
        return longestPacket;
    }

    @Override
    public Duration unanswered() {
        return acknowledgements.elapsed();
    }

    @Override
    public void end(String topic, byte[] lastMessage, Duration patience) {
        watched = false;
        try {
            client.publish(topic, lastMessage, 1, false).waitForCompletion(patience.toMillis() / 2);
            client.disconnect(0).waitForCompletion(patience.toMillis() / 2);
        } catch (MqttException e) {
            LOG.info("The broker did not acknowledge the last message: reason {}", e.getReasonCode());
        }
        cut();
    }

    @Override
    public void cut() {
        over.set(true);
        sockets.close();
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("Closing the client: reason {}", e.getReasonCode());
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        listener.arrived(topic, message.getPayload());
    }

    @Override
    public void disconnected(@Nullable MqttDisconnectResponse response) {
        if (watched && over.compareAndSet(false, true)) {
            listener.lost(response == null ? 0 : response.getReturnCode());
        }
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.warn("The broker's bytes broke the protocol: reason {}", exception.getReasonCode());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // The action listener of each message tells it.
    }

    @Override
    public void connectComplete(boolean reconnect, String server) {
        // The token of connect() tells it.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // No extended authentication is asked for.
    }

    /** Paho calls onSuccess for refusals (reason code 0x80 and more) too. */
    private final class Pace implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            int code = codes == null || codes.length == 0 ? 0 : codes[0];
            release();
            if (code >= FAILURE) {
                LOG.warn("The broker refused a message with reason code {}; it is sent again later", code);
                listener.refused(code);
            } else if (code == NO_MATCHING_SUBSCRIBERS && saidUnheard.compareAndSet(false, true)) {
                LOG.info("Nobody listens at the centre; entries stay in the outbox");
            }
            listener.paced();
        }

        private void release() {
            room.release();
            acknowledgements.acknowledged();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            release();
            listener.paced();
        }
    }
}
