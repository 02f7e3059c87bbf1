package org.yici.driver.chip;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A card in vpcd's reader: connecting inserts it, closing pulls it. vpcd's protocol: two bytes of length, then one byte (00 power off, 01
 * power on, 02 reset, 04 answer to reset wanted) or a command; only commands and 04 are answered.
 */
public final class VirtualCard implements AutoCloseable {
    /** What a card does instead of answering; gets the number of the command, from 1 on, and the right answer. */
    @FunctionalInterface
    public interface Whim {
        /** Null pulls the card. */
        byte @Nullable [] instead(int number, byte[] command, byte[] answer);

        /** Always answers. */
        Whim NONE = (number, command, answer) -> answer;

        /** Is pulled in the middle of that command. */
        static Whim yankedAt(int number) {
            return (n, command, answer) -> n >= number ? null : answer;
        }

        /** From that command on, success and nothing else. */
        static Whim emptySuccessFrom(int number) {
            return (n, command, answer) -> n >= number ? new byte[] {(byte) 0x90, 0x00} : answer;
        }

        /** That status word and nothing else to that command. */
        static Whim statusAt(int number, int status) {
            return (n, command, answer) -> n == number ? new byte[] {(byte) (status >> 8), (byte) status} : answer;
        }
    }

    private final Socket socket;
    private final CardProgram program;
    private final Whim whim;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger resets = new AtomicInteger();
    private final CountDownLatch silent = new CountDownLatch(1);
    private volatile boolean mute;

    private VirtualCard(int port, CardProgram program, Whim whim) {
        this.program = program;
        this.whim = whim;
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            this.socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::live, "virtual card");
        thread.setDaemon(true);
        thread.start();
    }

    static VirtualCard insert(int port, CardProgram program) {
        return insert(port, program, Whim.NONE);
    }

    static VirtualCard insert(int port, CardProgram program, Whim whim) {
        return new VirtualCard(port, program, whim);
    }

    static VirtualCard insert(int port, String golden, Whim whim) {
        return insert(port, CardProgram.of(Golden.card(golden)), whim);
    }

    private void live() {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                // vpcd sends length and command apart, and the second waits until the first was acknowledged: else 40
                // ms a command.
                socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                byte[] message = in.readNBytes(in.readUnsignedShort());
                byte @Nullable [] answer = answer(message);
                if (answer == null) {
                    return;
                }
                if (answer.length > 0) {
                    out.writeShort(answer.length);
                    out.write(answer);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // Pulled, or the service ended.
        }
    }

    private byte @Nullable [] answer(byte[] message) {
        if (message.length != 1) {
            return answerToCommand(message);
        }
        if (message[0] == 4) {
            return program.atr();
        }
        if (message[0] == 2) {
            resets.incrementAndGet();
        }
        program.reset();
        return new byte[0];
    }

    private byte @Nullable [] answerToCommand(byte[] command) {
        heard.add(HexFormat.of().formatHex(command));
        if (mute) {
            silent.countDown();
            return new byte[0];
        }
        return whim.instead(heard.size(), command, program.answer(command));
    }

    /** From now on no command is answered. */
    void mute() {
        mute = true;
    }

    /** Whether a command was left without an answer. */
    boolean isSilent() {
        return silent.getCount() == 0;
    }

    /** All commands that came, in hexadecimal digits. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    int resets() {
        return resets.get();
    }

    /** Pulls it. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
