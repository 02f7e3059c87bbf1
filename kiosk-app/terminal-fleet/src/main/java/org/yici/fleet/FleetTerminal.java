package org.yici.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Stamp;
import org.yici.contract.sealing.Sealer;

/**
 * One terminal of the fleet. Its entries are what an agent's outbox holds: three of a session's events, then a sealed print report. At
 * most 32 are under way, as with an agent.
 */
final class FleetTerminal implements AutoCloseable, MqttCallback {
    private static final int UNDER_WAY = 32;
    private static final int SEALED_EACH = 4;
    private static final long PATIENCE_MS = 30_000;

    private final FleetCertificates.Identity identity;
    private final String copy;
    private final Sealer sealer;
    private final Uuid7 ids;
    private final Time time;
    private final Arrivals arrivals;
    private final MqttAsyncClient client;
    private final Map<UUID, Long> offered = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final AtomicLong sequence = new AtomicLong();
    private final long connection = System.currentTimeMillis();

    /** Hears of each entry that was recorded: when it was due, and when the word came, on {@link System#nanoTime}'s clock. */
    interface Arrivals {
        void recorded(long dueNanos, long nowNanos, boolean quarantined);

        void lost(String why);
    }

    FleetTerminal(
            FleetCertificates.Identity identity,
            String copy,
            String broker,
            Sealer sealer,
            Uuid7 ids,
            Time time,
            Arrivals arrivals)
            throws MqttException {
        this.identity = identity;
        this.copy = copy;
        this.sealer = sealer;
        this.ids = ids;
        this.time = time;
        this.arrivals = arrivals;
        client = new MqttAsyncClient("ssl://" + broker, identity.terminal().value(), new MemoryPersistence());
    }

    void connect() throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setTopicAliasMaximum(0);
        options.setKeepAliveInterval(60);
        options.setSocketFactory(identity.tls().getSocketFactory());
        client.setCallback(this);
        client.connect(options).waitForCompletion(PATIENCE_MS);
        client.subscribe(Topics.inFilter(identity.terminal()), 1).waitForCompletion(PATIENCE_MS);
    }

    /** An entry that was due at {@code dueNanos}; waits until fewer than 32 are under way. */
    void offer(long dueNanos) throws MqttException, InterruptedException {
        long number = sequence.incrementAndGet();
        Entry entry = number % SEALED_EACH == 0 ? report() : event(number);
        byte[] message = Json.write(new EntryMessage(1, new Stamp(connection, number), entry));
        room.acquire();
        offered.put(entry.header().key(), dueNanos);
        client.publish(Topics.out(identity.terminal(), Topics.ENTRY), message, 1, false);
    }

    private Entry report() {
        return sealer.seal(
                header(EntryKinds.PRINT_OUTCOME),
                new PrintReport(
                        copy,
                        Optional.empty(),
                        PrintReport.Outcome.DELIVERED,
                        Optional.of("IMPRESSIONS"),
                        1,
                        1,
                        Optional.empty(),
                        "measure",
                        time.now()));
    }

    private Entry event(long number) {
        Instant now = time.now();
        List<EventCode> codes = List.of(EventCode.SESSION_SHOWN, EventCode.CARD_READ, EventCode.SESSION_ENDED);
        SessionEvent event = new SessionEvent(
                UUID.randomUUID().toString(),
                codes.get((int) (number % codes.size())).name(),
                SessionEvent.Level.INFO,
                Map.of("millis", number),
                now);
        return Entry.open(header(EntryKinds.SESSION_EVENT), Json.tree(event));
    }

    private EntryHeader header(String kind) {
        return new EntryHeader(identity.terminal().value(), ids.next(), 1, kind, 1);
    }

    int underWay() {
        return offered.size();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        long now = System.nanoTime();
        if (!topic.endsWith("/" + Topics.RECORDED)) {
            return;
        }
        try {
            Recorded recorded = Json.read(message.getPayload(), Recorded.class);
            Long due = offered.remove(recorded.key());
            if (due != null) {
                room.release();
                arrivals.recorded(due, now, recorded.result() == Recorded.Result.QUARANTINED);
            }
        } catch (MalformedMessageException e) {
            arrivals.lost("the service's word could not be read: " + e.getMessage());
        }
    }

    @Override
    public void disconnected(@Nullable MqttDisconnectResponse response) {
        arrivals.lost("the broker let " + identity.terminal() + " go: "
                + (response == null ? "" : response.getReturnCode() + " " + response.getReasonString()));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        arrivals.lost(exception.toString());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // A PUBACK promises nothing; the service's word does.
    }

    @Override
    public void connectComplete(boolean reconnect, String server) {
        // The token of connect() tells it.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // No extended authentication is asked for.
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect(0).waitForCompletion(2_000);
        }
        client.close(true);
    }
}
