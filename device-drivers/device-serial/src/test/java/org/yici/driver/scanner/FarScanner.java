package org.yici.driver.scanner;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yici.driver.scanner.ScannerConfig.Protocol;
import org.yici.driver.serial.Pty;

/**
 * The far end of these tests: a scanner over a pseudo-terminal that looks for one code after each command, as they do. Not the bench,
 * which others write.
 */
final class FarScanner implements AutoCloseable {
    private static final byte ETX = 0x03;

    private final Path link;
    private final Protocol protocol;
    private final ByteArrayOutputStream came = new ByteArrayOutputStream();
    private final Deque<byte[]> packets = new ArrayDeque<>();
    private volatile @Nullable Pty pty;
    private volatile boolean looking;
    private volatile boolean mute;
    private volatile boolean refusing;
    private volatile int damages;
    private volatile int repeatsOf;
    private volatile int commands;

    FarScanner(Path link, Protocol protocol) {
        this.link = link;
        this.protocol = protocol;
    }

    void plugIn() {
        Pty plugged = new Pty(link);
        pty = plugged;
        looking = false;
        came.reset();
        packets.clear();
        Thread thread = new Thread(() -> serve(plugged), "far-scanner");
        thread.setDaemon(true);
        thread.start();
    }

    void unplug() {
        Pty plugged = pty;
        pty = null;
        if (plugged != null) {
            plugged.close();
        }
    }

    @Override
    public void close() {
        unplug();
    }

    /** Answers nothing. */
    void mute(boolean on) {
        mute = on;
    }

    /** Says no to every command. */
    void refuse(boolean on) {
        refusing = on;
    }

    /** The next packets arrive damaged, so many times. */
    void damage(int times) {
        damages = times;
    }

    /** How many commands to look for codes came. */
    int commands() {
        return commands;
    }

    /** How often a packet was asked for again. */
    int repeats() {
        return repeatsOf;
    }

    /** It stops looking by itself, as after its own time. */
    void loseInterest() {
        looking = false;
    }

    /** Waits until it looks, and lets it see a code. */
    void show(byte[] content) {
        if (protocol != Protocol.PLAIN) {
            await().atMost(Duration.ofSeconds(20)).until(() -> looking);
        }
        looking = false;
        see(content);
    }

    /** A code that passes by. */
    void pass(byte[] content) {
        if (protocol == Protocol.PLAIN) {
            see(content);
        }
    }

    private void see(byte[] content) {
        if (protocol == Protocol.ZEBRA_SSI) {
            pack(content);
        } else {
            byte[] sent = Arrays.copyOf(content, content.length + 1);
            sent[content.length] = '\r';
            send(sent);
        }
    }

    /** Bytes as they are. */
    void send(byte[] bytes) {
        Pty plugged = pty;
        if (plugged != null) {
            plugged.write(bytes);
        }
    }

    private void serve(Pty plugged) {
        while (pty == plugged) {
            byte[] bytes = plugged.read();
            for (byte each : bytes) {
                came.write(each);
                take();
            }
        }
    }

    private void take() {
        byte[] so = came.toByteArray();
        byte last = so[so.length - 1];
        boolean whole =
                switch (protocol) {
                    case NEWLAND -> last == ETX;
                    case HONEYWELL -> so.length == 3;
                    case ZEBRA_SSI -> so.length == so[0] + 2;
                    case PLAIN -> throw new IllegalStateException("nobody speaks to a plain scanner");
                };
        if (whole) {
            came.reset();
            if (!mute) {
                obey(so);
            }
        }
    }

    private void obey(byte[] command) {
        switch (protocol) {
            case NEWLAND -> newland(command);
            case HONEYWELL -> look(command[1] == 0x54);
            case ZEBRA_SSI -> ssi(command);
            case PLAIN -> {}
        }
    }

    private void look(boolean on) {
        looking = on && !refusing;
        if (on) {
            commands++;
        }
    }

    private void newland(byte[] command) {
        String words = new String(command, 1, command.length - 3, StandardCharsets.ISO_8859_1);
        look(words.endsWith("SCNTRG1"));
        send(("\u0002" + words + (refusing ? "\u0015" : "\u0006") + ";\u0003").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void ssi(byte[] command) {
        switch (Byte.toUnsignedInt(command[1])) {
            case 0xD0 -> nextPacket();
            case 0xD1 -> {
                repeatsOf++;
                sendPacket(true);
            }
            case 0xE4 -> {
                look(true);
                send(HexFormat.of().parseHex(refusing ? "05d1000002ff28" : "04d00000ff2c"));
            }
            case 0xE5 -> {
                look(false);
                send(HexFormat.of().parseHex("04d00000ff2c"));
            }
            default -> send(HexFormat.of().parseHex("04d00000ff2c"));
        }
    }

    private synchronized void pack(byte[] content) {
        byte[] message = new byte[content.length + 1];
        message[0] = 0x1C;
        System.arraycopy(content, 0, message, 1, content.length);
        for (int at = 0; at < message.length; at += 240) {
            packets.add(Arrays.copyOfRange(message, at, Math.min(message.length, at + 240)));
        }
        sendPacket(false);
    }

    private synchronized void nextPacket() {
        packets.poll();
        if (!packets.isEmpty()) {
            sendPacket(false);
        }
    }

    private synchronized void sendPacket(boolean again) {
        byte[] data = packets.peek();
        if (data == null) {
            return;
        }
        byte[] packet = new byte[4 + data.length + 2];
        packet[0] = (byte) (4 + data.length);
        packet[1] = (byte) 0xF3;
        packet[3] = (byte) ((packets.size() > 1 ? 2 : 0) | (again ? 1 : 0));
        System.arraycopy(data, 0, packet, 4, data.length);
        int sum = 0;
        for (int i = 0; i < packet.length - 2; i++) {
            sum += packet[i] & 0xFF;
        }
        packet[packet.length - 2] = (byte) (-sum >> 8);
        packet[packet.length - 1] = (byte) -sum;
        if (damages > 0) {
            damages--;
            packet[5] ^= 0x40;
        }
        send(packet);
    }
}
