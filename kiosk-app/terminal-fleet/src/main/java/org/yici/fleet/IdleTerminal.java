package org.yici.fleet;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.yici.contract.Topics;

/**
 * A terminal that is connected, has made its one subscription and then stands still: without a thread of its own, so that thousands fit
 * into one program. Speaks just so much MQTT 5.
 */
final class IdleTerminal implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;
    private static final int KEEP_ALIVE_SECONDS = 120;
    private static final int CONNECT = 0x10;
    private static final int SUBSCRIBE = 0x82;
    private static final int CONNACK = 0x20;
    private static final int SUBACK = 0x90;
    private static final int PINGREQ = 0xC0;
    private static final int PINGRESP = 0xD0;

    private final SSLSocket socket;

    private IdleTerminal(SSLSocket socket) {
        this.socket = socket;
    }

    static IdleTerminal connect(FleetCertificates.Identity identity, String broker) throws IOException {
        int colon = broker.lastIndexOf(':');
        SSLSocket socket = (SSLSocket) identity.tls()
                .getSocketFactory()
                .createSocket(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1)));
        IdleTerminal terminal = new IdleTerminal(socket);
        try {
            socket.setSoTimeout(PATIENCE_MS);
            terminal.begin(identity);
            return terminal;
        } catch (IOException e) {
            terminal.close();
            throw e;
        }
    }

    private void begin(FleetCertificates.Identity identity) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        text(hello, "MQTT");
        hello.writeBytes(new byte[] {5, 2, 0, KEEP_ALIVE_SECONDS, 0});
        text(hello, identity.terminal().value());
        send(CONNECT, hello.toByteArray());
        byte[] welcome = receive(in, CONNACK);
        ByteArrayOutputStream wish = new ByteArrayOutputStream();
        wish.writeBytes(new byte[] {0, 1, 0});
        text(wish, Topics.inFilter(identity.terminal()));
        wish.write(1);
        send(SUBSCRIBE, wish.toByteArray());
        byte[] granted = receive(in, SUBACK);
        if (welcome[1] != 0 || granted[granted.length - 1] != 1) {
            throw new IOException("the broker refused " + identity.terminal());
        }
    }

    /** Asks the broker for a sign of life; fails if the connection is over. */
    void ping() throws IOException {
        send(PINGREQ, new byte[0]);
        receive(new DataInputStream(socket.getInputStream()), PINGRESP);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(0);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    /** All packets here are shorter than 128 bytes. */
    private void send(int type, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        packet.write(body.length);
        packet.writeBytes(body);
        socket.getOutputStream().write(packet.toByteArray());
        socket.getOutputStream().flush();
    }

    private static byte[] receive(DataInputStream in, int type) throws IOException {
        int seen = in.readUnsignedByte();
        byte[] body = new byte[in.readUnsignedByte()];
        in.readFully(body);
        if (seen != type) {
            throw new IOException("the broker sent a packet of type " + seen + " instead of " + type);
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
