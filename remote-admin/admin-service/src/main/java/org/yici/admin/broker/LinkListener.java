package org.yici.admin.broker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Paho tells of one connection. */
final class LinkListener implements MqttCallback, MqttActionListener {
    private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);

    private final Arrival arrival;
    private final CountDownLatch lost = new CountDownLatch(1);
    private final Semaphore room = new Semaphore(0);

    /** Takes a message off Paho's thread at once: that thread also tells of what was sent. */
    @FunctionalInterface
    interface Arrival {
        void arrived(String topic, MqttMessage message);
    }

    LinkListener(Arrival arrival) {
        this.arrival = arrival;
    }

    /** Opens when the connection is over, for whatever reason. */
    CountDownLatch lost() {
        return lost;
    }

    /** So many answers may be under way from now on. */
    void room(int answers) {
        room.release(answers);
    }

    /** Waits for room for one more answer; false if the broker takes none for so long. */
    boolean awaitRoom(long patienceMillis) throws InterruptedException {
        return room.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
    }

    /** The broker has taken an answer. Which one is not followed: a terminal that misses its own sends its entry again. */
    @Override
    public void onSuccess(IMqttToken token) {
        room.release();
    }

    /** An answer is given up with its connection. */
    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
        room.release();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        arrival.arrived(topic, message);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        LOG.info("Connection to the broker ended, reason code {}", response == null ? 0 : response.getReturnCode());
        lost.countDown();
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.warn("The broker's bytes broke the protocol, reason {}", exception.getReasonCode());
        lost.countDown();
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Never called for what is published without a delivery token (Paho 1.2.5); each answer's own listener tells.
    }

    @Override
    public void connectComplete(boolean reconnect, String server) {
        // The connect token tells.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // No extended authentication.
    }
}
