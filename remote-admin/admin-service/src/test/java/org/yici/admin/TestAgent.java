package org.yici.admin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.DeviceVocabulary;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Stamp;

/** A terminal's line to the broker, as the contract wants it; can also do what a terminal must not. */
public final class TestAgent implements AutoCloseable, MqttCallback {
    private static final long PATIENCE = 10_000;

    private final TerminalId terminal;
    private final long connection;
    private final MqttAsyncClient client;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Recorded> recorded = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
    private long sequence;
    private boolean gone;

    private TestAgent(TestTerminal machine, URI broker, long connection, String clientId) throws MqttException {
        this.terminal = new TerminalId(machine.id());
        this.connection = connection;
        this.client = new MqttAsyncClient(broker.toString(), clientId, new MemoryPersistence());
        client.setCallback(this);
    }

    /** Connects with the death of this connection as its will, and listens to what is for this terminal. */
    public static TestAgent connect(TestTerminal machine, URI broker, long connection) throws Exception {
        TestAgent agent = new TestAgent(machine, broker, connection, machine.id());
        agent.connect(machine, Topics.out(agent.terminal, Topics.DEATH));
        agent.client.subscribe(Topics.inFilter(agent.terminal), 1).waitForCompletion(PATIENCE);
        return agent;
    }

    private void connect(TestTerminal machine, String willTopic) throws Exception {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(10);
        options.setConnectionTimeout(5);
        options.setSocketFactory(
                new Remembering(machine.tls(true, "broker-ca.pem").getSocketFactory()));
        MqttMessage will = new MqttMessage(Json.write(new Death(1, terminal.value(), connection, false)));
        will.setQos(1);
        options.setWill(willTopic, will);
        client.connect(options).waitForCompletion(PATIENCE);
    }

    public static Health.Condition condition(String paper) {
        return new Health.Condition(
                List.of(
                        new DeviceReport(
                                "reader",
                                "identityReader",
                                "online",
                                Map.of(
                                        "media",
                                        "unknown",
                                        "safeModule",
                                        DeviceVocabulary.fingerprint(TestService.SAFE_MODULE)),
                                List.of(),
                                Map.of("reads", 1234L, "failures", 5L, "gossip", 6L)),
                        new DeviceReport(
                                "printer",
                                "documentPrinter",
                                "online",
                                Map.of("paper", paper, "toner", "full"),
                                paper.equals("out")
                                        ? List.of(new DeviceReport.Fault("media-empty", "clear", "media-empty-error"))
                                        : List.of())),
                "idle",
                0);
    }

    public void birth() throws Exception {
        say(
                Topics.BIRTH,
                new Birth(1, terminal.value(), stamp(), Instant.now(), 10, "0.1.0", "unknown", condition("full")));
    }

    public void health(String paper) throws Exception {
        say(Topics.HEALTH, new Health(1, terminal.value(), stamp(), Instant.now(), condition(paper)));
    }

    public void entry(Entry entry) throws Exception {
        say(Topics.ENTRY, new EntryMessage(1, stamp(), entry));
    }

    private Stamp stamp() {
        return new Stamp(connection, sequence++);
    }

    private void say(String leaf, Object message) throws Exception {
        publish(Topics.out(terminal, leaf), Json.write(message));
    }

    /** The reason code of the broker's acknowledgement. */
    /** Hands all of them to the broker before it waits for one; no more than the broker takes at a time. */
    public void burst(List<Entry> entries) throws Exception {
        List<IMqttToken> tokens = new ArrayList<>();
        for (Entry entry : entries) {
            tokens.add(client.publish(
                    Topics.out(terminal, Topics.ENTRY), Json.write(new EntryMessage(1, stamp(), entry)), 1, false));
        }
        for (IMqttToken token : tokens) {
            token.waitForCompletion(PATIENCE);
        }
    }

    public int publish(String topic, byte[] payload) throws Exception {
        IMqttToken token = client.publish(topic, payload, 1, false);
        token.waitForCompletion(PATIENCE);
        return token.getReasonCodes() == null || token.getReasonCodes().length == 0 ? 0 : token.getReasonCodes()[0];
    }

    /** The reason code of the broker's answer. */
    public int subscribe(String filter) throws Exception {
        IMqttToken token = client.subscribe(filter, 1);
        token.waitForCompletion(PATIENCE);
        return token.getReasonCodes()[0];
    }

    /** The next answer to an entry. */
    public Recorded awaitRecorded() throws InterruptedException {
        Recorded next = recorded.poll(PATIENCE, TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("no entry was recorded within " + Duration.ofMillis(PATIENCE));
        }
        return next;
    }

    /** Lets go of answers that nobody asked for, as those to entries that were sent again. */
    public void forgetRecorded() {
        recorded.clear();
    }

    /** The topics of all that came. */
    public List<String> heard() {
        return heard;
    }

    public boolean isConnected() {
        return client.isConnected();
    }

    public boolean heardNothing() {
        return recorded.isEmpty();
    }

    /** The reason code with which the broker ended the connection. */
    public int awaitEnd() throws InterruptedException {
        Integer code = ended.poll(PATIENCE, TimeUnit.MILLISECONDS);
        if (code == null) {
            throw new AssertionError("the connection did not end");
        }
        return code;
    }

    /** Says its death and goes. */
    public void leave() throws Exception {
        say(Topics.DEATH, new Death(1, terminal.value(), connection, true));
        client.disconnect().waitForCompletion(PATIENCE);
        client.close(true);
        gone = true;
    }

    /** Is gone without a word, as after a power cut seen by the broker at once. */
    public void vanish() throws Exception {
        if (gone) {
            return;
        }
        gone = true;
        for (Socket socket : sockets) {
            socket.close();
        }
        if (client.isConnected()) {
            awaitEnd();
        }
        client.close(true);
    }

    @Override
    public void close() throws Exception {
        vanish();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws Exception {
        heard.add(topic);
        recorded.add(Json.read(message.getPayload(), Recorded.class));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        ended.add(response == null ? 0 : response.getReturnCode());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    /** An id for an entry of this moment. */
    public static UUID key() {
        return new Uuid7(Time.system(), new SecureRandom()).next();
    }

    /** Keeps hold of sockets, which Paho does not close when told to. */
    private final class Remembering extends SSLSocketFactory {
        private final SSLSocketFactory behind;

        Remembering(SSLSocketFactory behind) {
            this.behind = behind;
        }

        private Socket keep(Socket socket) {
            sockets.add(socket);
            return socket;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return behind.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return behind.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(Socket under, String host, int port, boolean autoClose) throws IOException {
            return keep(behind.createSocket(under, host, port, autoClose));
        }

        @Override
        public Socket createSocket() throws IOException {
            return keep(behind.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return keep(behind.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return keep(behind.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return keep(behind.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return keep(behind.createSocket(host, port, local, localPort));
        }
    }
}
