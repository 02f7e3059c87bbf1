package org.yici.bench.x11;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connection to the X server of this machine (X11 protocol version 11, little-endian): fake input through XTEST, the keyboard's
 * layout, and a picture of the root window. Any thread; calls queue up. When the server goes away a call fails with an
 * IOException, and nothing else happens: that is why it is spoken here and not through a library that ends the process.
 */
public final class Display implements AutoCloseable {
    private static final int GET_INPUT_FOCUS = 43;
    private static final int GET_IMAGE = 73;
    private static final int QUERY_EXTENSION = 98;
    private static final int GET_KEYBOARD_MAPPING = 101;
    private static final int XTEST_FAKE_INPUT = 2;

    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int BUTTON_PRESS = 4;
    private static final int BUTTON_RELEASE = 5;
    private static final int MOTION = 6;
    private static final int SHIFT_KEYSYM = 0xFFE1;

    /** A key and whether shift is needed with it. */
    private record Key(int code, boolean shift) {}

    private final SocketChannel channel;
    private final Setup setup;
    private final int xtest;
    private final Map<Integer, Key> keys;

    private Display(SocketChannel channel, Setup setup) throws IOException {
        this.channel = channel;
        this.setup = setup;
        this.xtest = queryXtest();
        this.keys = keyboard();
    }

    public static Display open(DisplayName name, Optional<Path> authority) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(name.socket()));
        try {
            Cookie cookie = authority.isPresent() ? Cookie.find(authority.get(), name) : Cookie.none();
            return new Display(channel, connect(channel, cookie));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Setup connect(SocketChannel channel, Cookie cookie) throws IOException {
        byte[] name = cookie.name().getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer hello = request(12 + padded(name.length) + padded(cookie.secret().length));
        hello.put((byte) 'l').put((byte) 0).putShort((short) 11).putShort((short) 0);
        hello.putShort((short) name.length).putShort((short) cookie.secret().length);
        hello.put(12, name).put(12 + padded(name.length), cookie.secret());
        write(channel, hello);
        ByteBuffer head = read(channel, 8);
        ByteBuffer rest = read(channel, 4 * Short.toUnsignedInt(head.getShort(6)));
        if (head.get(0) != 1) {
            int length = Math.min(Byte.toUnsignedInt(head.get(1)), rest.remaining());
            throw new IOException("the X server refused: " + StandardCharsets.ISO_8859_1.decode(rest.slice(0, length)));
        }
        return Setup.of(rest);
    }

    public int width() {
        return setup.width();
    }

    public int height() {
        return setup.height();
    }

    /** Moves the pointer, in pixels of the root window. */
    public synchronized void move(int x, int y) throws IOException {
        fake(MOTION, 0, x, y);
    }

    /** Presses or releases the first mouse button. */
    public synchronized void button(boolean down) throws IOException {
        fake(down ? BUTTON_PRESS : BUTTON_RELEASE, 1, 0, 0);
    }

    /** Presses and releases a key. False: no key of the layout has this symbol. */
    public synchronized boolean type(int keysym) throws IOException {
        Key key = keys.get(keysym);
        if (key == null) {
            return false;
        }
        Key shift = key.shift() ? keys.get(SHIFT_KEYSYM) : null;
        if (shift != null) {
            fake(KEY_PRESS, shift.code(), 0, 0);
        }
        fake(KEY_PRESS, key.code(), 0, 0);
        fake(KEY_RELEASE, key.code(), 0, 0);
        if (shift != null) {
            fake(KEY_RELEASE, shift.code(), 0, 0);
        }
        return true;
    }

    private void fake(int type, int detail, int x, int y) throws IOException {
        ByteBuffer request = request(36);
        request.put((byte) xtest).put((byte) XTEST_FAKE_INPUT).putShort((short) 9);
        request.put((byte) type).put((byte) detail).putShort((short) 0);
        request.putInt(0).putInt(type == MOTION ? setup.root() : 0);
        request.putLong(0).putShort((short) x).putShort((short) y);
        write(channel, request);
    }

    /** Returns if the server answers. */
    public synchronized void check() throws IOException {
        ByteBuffer request = request(4);
        request.put((byte) GET_INPUT_FOCUS).put((byte) 0).putShort((short) 1);
        write(channel, request);
        reply();
    }

    /** The root window's pixels as the server has them: rows of 4 bytes a pixel, blue, green, red, unused. */
    public synchronized ByteBuffer capture() throws IOException {
        ByteBuffer request = request(20);
        request.put((byte) GET_IMAGE).put((byte) 2).putShort((short) 5).putInt(setup.root());
        request.putShort((short) 0).putShort((short) 0);
        request.putShort((short) width()).putShort((short) height()).putInt(-1);
        write(channel, request);
        ByteBuffer data = reply().data();
        if (data.remaining() < width() * height() * 4) {
            throw new IOException("the screen does not have 4 bytes a pixel");
        }
        return data;
    }

    private int queryXtest() throws IOException {
        byte[] name = "XTEST".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer request = request(8 + padded(name.length));
        request.put((byte) QUERY_EXTENSION).put((byte) 0).putShort((short) (request.capacity() / 4));
        request.putShort((short) name.length).put(8, name);
        write(channel, request);
        ByteBuffer head = reply().head();
        if (head.get(8) == 0) {
            throw new IOException("the X server has no XTEST");
        }
        return Byte.toUnsignedInt(head.get(9));
    }

    private Map<Integer, Key> keyboard() throws IOException {
        int count = setup.maxKeycode() - setup.minKeycode() + 1;
        ByteBuffer request = request(8);
        request.put((byte) GET_KEYBOARD_MAPPING).put((byte) 0).putShort((short) 2);
        request.put((byte) setup.minKeycode()).put((byte) count);
        write(channel, request);
        Reply reply = reply();
        int perKey = Byte.toUnsignedInt(reply.head().get(1));
        Map<Integer, Key> found = new HashMap<>();
        for (int level = 0; level < Math.min(2, perKey); level++) {
            for (int i = 0; i < count; i++) {
                int keysym = reply.data().getInt((i * perKey + level) * 4);
                found.putIfAbsent(keysym, new Key(setup.minKeycode() + i, level == 1));
            }
        }
        return found;
    }

    private record Reply(ByteBuffer head, ByteBuffer data) {}

    /** Waits for the reply to the last request; events that come between are dropped. */
    private Reply reply() throws IOException {
        while (true) {
            ByteBuffer head = read(channel, 32);
            if (head.get(0) == 0) {
                throw new IOException("the X server answered with error " + head.get(1));
            }
            if (head.get(0) == 1) {
                return new Reply(head, read(channel, 4 * head.getInt(4)));
            }
        }
    }

    private static ByteBuffer request(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static void write(SocketChannel channel, ByteBuffer request) throws IOException {
        request.clear();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the X server went away");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
