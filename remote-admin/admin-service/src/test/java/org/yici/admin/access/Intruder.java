package org.yici.admin.access;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Speaks MQTT 5 byte by byte, so that no client library keeps it from what must not be done. Sends and hears; that the broker ends the
 * connection is no error here.
 */
final class Intruder implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;
    private static final int MQTT_5 = 5;
    private static final int CONNACK = 2;
    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int SUBACK = 9;

    private final SSLSocket socket;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final Semaphore answers = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean welcome;

    /** A message that came. */
    record Heard(String topic, String content, boolean retained) {}

    /** What CONNECT says. */
    record Hello(String clientId, Optional<String> userName, Optional<Will> will, int protocol) {
        Hello(String clientId) {
            this(clientId, Optional.empty(), Optional.empty(), MQTT_5);
        }

        Hello withUserName(String name) {
            return new Hello(clientId, Optional.of(name), will, protocol);
        }

        Hello withWill(String topic, byte[] content, boolean retained) {
            return new Hello(clientId, userName, Optional.of(new Will(topic, content, retained)), protocol);
        }

        /** @param level 4 for MQTT 3.1.1, which has no properties; nothing but CONNECT is sent rightly then */
        Hello withProtocol(int level) {
            return new Hello(clientId, userName, will, level);
        }
    }

    record Will(String topic, byte[] content, boolean retained) {}

    private Intruder(SSLSocket socket) {
        this.socket = socket;
        Thread reader = new Thread(this::read, "intruder");
        reader.setDaemon(true);
        reader.start();
    }

    /** A TLS connection, if the broker takes it that far. */
    static Intruder open(SSLContext tls, URI broker) throws IOException {
        return new Intruder((SSLSocket) tls.getSocketFactory().createSocket(broker.getHost(), broker.getPort()));
    }

    /** A connection that was tried: whether it was welcome is told by {@link #isWelcome}. */
    static Intruder connect(SSLContext tls, URI broker, Hello hello) throws Exception {
        Intruder intruder = open(tls, broker);
        intruder.send(connect(hello));
        intruder.connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return intruder;
    }

    /** Whether the broker said yes, and has not ended the connection since. */
    boolean isWelcome() {
        return welcome && ended.getCount() > 0;
    }

    boolean awaitEnd() throws InterruptedException {
        return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    List<Heard> heard() {
        return heard;
    }

    /** Publishes with QoS 1 and waits until the broker has dealt with it, one way or the other. */
    void publish(String topic, byte[] content, boolean retained) throws Exception {
        answers.drainPermits();
        send(publication(topic, content, retained, true));
        awaitAnswer();
    }

    void publish(String topic, String content) throws Exception {
        publish(topic, content.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Publishes with QoS 0 and waits for nothing. */
    void shout(String topic, byte[] content) {
        send(publication(topic, content, false, false));
    }

    /** Subscribes and waits until the broker has dealt with it, one way or the other. */
    void subscribe(String filter) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 1, 0});
        text(body, filter);
        body.write(0);
        answers.drainPermits();
        send(packet(0x82, body.toByteArray()));
        awaitAnswer();
    }

    private void awaitAnswer() throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20 && ended.getCount() > 0; i++) {
            if (answers.tryAcquire(50, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Any bytes; false if the connection is over. */
    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            ended.countDown();
            connected.countDown();
            return false;
        }
    }

    private static byte[] connect(Hello hello) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        int flags = 0x02
                | (hello.userName().isPresent() ? 0x80 : 0)
                | hello.will().map(will -> 0x0C | (will.retained() ? 0x20 : 0)).orElse(0);
        body.writeBytes(new byte[] {(byte) hello.protocol(), (byte) flags, 0, 30});
        if (hello.protocol() == MQTT_5) {
            body.write(0);
        }
        text(body, hello.clientId());
        hello.will().ifPresent(will -> {
            body.write(0);
            text(body, will.topic());
            binary(body, will.content());
        });
        hello.userName().ifPresent(name -> text(body, name));
        return packet(0x10, body.toByteArray());
    }

    static byte[] publication(String topic, byte[] content, boolean retained, boolean acknowledged) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        if (acknowledged) {
            body.writeBytes(new byte[] {0, 7});
        }
        body.write(0);
        body.writeBytes(content);
        return packet(0x30 | (acknowledged ? 0x02 : 0) | (retained ? 1 : 0), body.toByteArray());
    }

    private static byte[] packet(int type, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        length(packet, body.length);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /** The first bytes of a publication that is to have so many more. */
    static byte[] announcement(int length) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x30);
        length(packet, length);
        return packet.toByteArray();
    }

    private static void length(ByteArrayOutputStream packet, int length) {
        int left = length;
        do {
            packet.write(left > 127 ? left & 127 | 128 : left);
            left >>= 7;
        } while (left > 0);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        binary(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void binary(ByteArrayOutputStream out, byte[] bytes) {
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                int type = in.readUnsignedByte();
                byte[] body = new byte[length(in)];
                in.readFully(body);
                take(type, body);
            }
        } catch (IOException e) {
            ended.countDown();
            connected.countDown();
        }
    }

    private void take(int type, byte[] body) {
        switch (type >> 4) {
            case CONNACK -> {
                welcome = body[1] == 0;
                connected.countDown();
            }
            case PUBLISH -> {
                int topic = (body[0] & 0xFF) << 8 | body[1] & 0xFF;
                int begin = 2 + topic + ((type & 0x06) != 0 ? 2 : 0);
                int properties = body[begin] & 0xFF;
                heard.add(new Heard(
                        new String(body, 2, topic, StandardCharsets.UTF_8),
                        new String(
                                body,
                                begin + 1 + properties,
                                body.length - begin - 1 - properties,
                                StandardCharsets.UTF_8),
                        (type & 1) != 0));
            }
            case PUBACK, SUBACK -> answers.release();
            default -> {}
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int octet;
        do {
            octet = in.readUnsignedByte();
            length |= (octet & 127) << shift;
            shift += 7;
        } while ((octet & 128) != 0);
        return length;
    }

    /** Goes without a word, so that a will is due. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
