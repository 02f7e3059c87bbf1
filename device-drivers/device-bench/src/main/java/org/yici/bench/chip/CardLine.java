package org.yici.bench.chip;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/**
 * The contacts between a card and vpcd's reader: to connect puts the card in, to hang up pulls it. vpcd's protocol: two bytes of length, then
 * one byte (00 power off, 01 power on, 02 reset, 04 answer to reset wanted) or a command; only commands and 04 are answered.
 */
final class CardLine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RESET = 2;
    private static final int ATR = 4;

    private final Socket socket;
    private final InsertedCard card;
    private final Runnable gone;

    /**
     * @param gone called on the card's thread when the card was pulled by its own whim, not when the line was closed or the service ended
     */
    CardLine(int port, InsertedCard card, Runnable gone) throws IOException {
        this.card = card;
        this.gone = gone;
        socket = connect(port);
        Thread thread = new Thread(this::live, "bench-chip-card");
        thread.setDaemon(true);
        thread.start();
    }

    /** The reader opens its port a moment after the service began to answer. */
    private static Socket connect(int port) throws IOException {
        long began = System.nanoTime();
        while (true) {
            try {
                Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
                connected.setTcpNoDelay(true);
                return connected;
            } catch (ConnectException e) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                Pause.moment();
            }
        }
    }

    private void live() {
        boolean pulled = false;
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            while (!pulled) {
                // vpcd sends length and command apart, and the second waits until the first was acknowledged: else 40
                // ms a command.
                socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                byte[] message = in.readNBytes(in.readUnsignedShort());
                Optional<byte[]> answer = Optional.empty();
                if (message.length == 1) {
                    answer = control(message[0]);
                } else {
                    Reaction reaction = card.react(message);
                    pulled = reaction instanceof Reaction.Gone;
                    answer = reaction instanceof Reaction.Answer given ? Optional.of(given.bytes()) : Optional.empty();
                }
                if (answer.isPresent()) {
                    out.writeShort(answer.get().length);
                    out.write(answer.get());
                    out.flush();
                }
            }
        } catch (IOException e) {
            // Pulled, or the service ended.
        }
        if (pulled) {
            gone.run();
        }
    }

    private Optional<byte[]> control(int order) {
        if (order == ATR) {
            return Optional.of(card.atr());
        }
        if (order == RESET) {
            card.reset();
        } else {
            card.power();
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
