package org.yici.ipc;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;

/**
 * One end of the link. Any thread may send; one thread receives. Closing from any thread ends a blocked {@link #receive}. Broken bytes
 * end the link: {@link IOException}.
 */
public final class IpcChannel implements Closeable {
    private static final ProtocolFamily UNIX = StandardProtocolFamily.UNIX;

    private final SocketChannel channel;
    private final Object sending = new Object();

    public IpcChannel(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects to the agent's socket, at once or not at all. A blocking connect would wait without end for an agent that hangs while its
     * kernel has no more room for those who wait to be let in; here that is an {@link IOException} like any other.
     */
    public static IpcChannel connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(UNIX);
        try {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                throw new IOException("it is not taken at once");
            }
            channel.configureBlocking(true);
            return new IpcChannel(channel);
        } catch (IOException e) {
            channel.close();
            throw new IOException("the agent's socket " + socket + " cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Sends one message; blocks until the kernel took it. */
    public void send(IpcMessage message) throws IOException {
        byte[] json = Json.write(message);
        if (json.length > IpcMessage.LONGEST) {
            throw new IOException("a message of " + json.length + " bytes is longer than the link takes");
        }
        ByteBuffer frame = ByteBuffer.allocate(4 + json.length);
        frame.putInt(json.length).put(json).flip();
        synchronized (sending) {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        }
    }

    /** Waits for the next message; {@link EOFException} when the other side is gone. */
    public IpcMessage receive() throws IOException {
        int length = fill(4).getInt();
        if (length < 2 || length > IpcMessage.LONGEST) {
            throw new IOException("the link carries a length of " + length + " bytes");
        }
        try {
            return Json.read(fill(length).array(), IpcMessage.class);
        } catch (MalformedMessageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private ByteBuffer fill(int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the other side of the link is gone");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
