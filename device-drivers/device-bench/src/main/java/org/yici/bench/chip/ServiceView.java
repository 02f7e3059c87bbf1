package org.yici.bench.chip;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the smart-card service sees, asked over its own socket as pcsc-lite's library asks it (protocol 4, {@code CMD_GET_READERS_STATE}): sixteen
 * places for readers, each with its name, a counter, its state and the card's answer to reset.
 */
final class ServiceView {
    private static final int GET_READERS_STATE = 0x12;
    private static final int HEADER_BYTES = 8;
    private static final int READERS = 16;
    private static final int READER_BYTES = 184;
    private static final int NAME_BYTES = 128;
    private static final int STATE = 132;
    private static final int PRESENT = 0x04;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path socket;

    ServiceView(Path socket) {
        this.socket = socket;
    }

    /** Whether somebody listens. */
    boolean answers() {
        try (SocketChannel channel = open()) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return channel;
    }

    /** Whether it sees a card in that reader; one that is not there has none. */
    boolean isCardIn(String reader) throws IOException {
        ByteBuffer states = ask();
        for (int i = 0; i < READERS; i++) {
            if (name(states, i * READER_BYTES).equals(reader)) {
                return (states.getInt(i * READER_BYTES + STATE) & PRESENT) != 0;
            }
        }
        return false;
    }

    private static String name(ByteBuffer states, int from) {
        byte[] name = new byte[NAME_BYTES];
        states.get(from, name);
        return StandardCharsets.US_ASCII
                .decode(ByteBuffer.wrap(name))
                .toString()
                .split("\0", 2)[0];
    }

    private ByteBuffer ask() throws IOException {
        try (SocketChannel channel = open()) {
            ByteBuffer request = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.nativeOrder());
            channel.write(request.putInt(0).putInt(GET_READERS_STATE).flip());
            channel.configureBlocking(false);
            ByteBuffer answer = ByteBuffer.allocate(READERS * READER_BYTES).order(ByteOrder.nativeOrder());
            long began = System.nanoTime();
            while (answer.hasRemaining()) {
                if (channel.read(answer) < 0 || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("the smart-card service told " + answer.position() + " bytes of "
                            + answer.capacity() + " about its readers");
                }
                Pause.moment();
            }
            return answer;
        }
    }
}
