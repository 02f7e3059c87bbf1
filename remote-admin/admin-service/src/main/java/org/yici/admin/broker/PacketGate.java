package org.yici.admin.broker;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.throttle.Pace;

/**
 * Stands between TLS and the broker's decoder, which would gather a packet of any length (256 MB) and other protocols without end before
 * anybody could refuse them. Reads each packet's first bytes only (MQTT 5, 2.1): a connection that begins with anything but CONNECT or
 * announces a packet that is too long is closed before its body is read. Whoever sends more than the pace allows is read more slowly;
 * nothing of it is dropped. One for each connection, on its event loop.
 */
final class PacketGate extends ChannelDuplexHandler {
    /** A packet counts once for every so many bytes begun. */
    private static final int BYTES_OF_ONE = 8 << 10;

    private static final int CONNECT = 0x10;
    private static final int DISCONNECT = 0xE0;
    private static final int MALFORMED_PACKET = 0x81;
    private static final int PROTOCOL_ERROR = 0x82;
    private static final int PACKET_TOO_LARGE = 0x95;
    private static final int LONGEST_LENGTH_BYTES = 4;

    private final int longest;
    private final Optional<Pace> pace;
    private final Refusals refusals;
    private final Who who;

    private boolean begun;
    private boolean closing;
    private boolean paused;
    /** Bytes of the length field read so far; negative before a packet's first byte. */
    private int lengthBytes = -1;

    private int length;
    private int bodyLeft;

    /** @param pace empty for the service itself */
    PacketGate(int longest, Optional<Pace> pace, Refusals refusals, Who who) {
        this.longest = longest;
        this.pace = pace;
        this.refusals = refusals;
        this.who = who;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing || !(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        int index = bytes.readerIndex();
        while (index < bytes.writerIndex() && !closing) {
            if (bodyLeft > 0) {
                int here = Math.min(bodyLeft, bytes.writerIndex() - index);
                bodyLeft -= here;
                index += here;
            } else {
                look(context, bytes.getUnsignedByte(index++));
            }
        }
        if (closing) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void look(ChannelHandlerContext context, int octet) {
        if (lengthBytes < 0) {
            if (!begun && octet != CONNECT) {
                refuse(context, RefusalKind.NOT_MQTT, "");
            }
            begun = true;
            lengthBytes = 0;
            length = 0;
            return;
        }
        length |= (octet & 0x7F) << 7 * lengthBytes++;
        if ((octet & 0x80) == 0) {
            admit(context, 1 + lengthBytes + length);
            bodyLeft = length;
            lengthBytes = -1;
        } else if (lengthBytes == LONGEST_LENGTH_BYTES) {
            refuse(context, RefusalKind.PACKET_BROKEN, "");
        }
    }

    private void admit(ChannelHandlerContext context, int size) {
        if (size > longest) {
            refuse(context, RefusalKind.PACKET_TOO_LONG, size + " bytes");
        } else if (pace.isPresent()) {
            Duration wait = pace.get().take(1 + size / BYTES_OF_ONE);
            if (!wait.isZero() && !paused) {
                refusals.count(RefusalKind.TOO_FAST, who, "");
                pause(context, wait);
            }
        }
    }

    private void pause(ChannelHandlerContext context, Duration wait) {
        paused = true;
        context.channel().config().setAutoRead(false);
        context.executor().schedule(() -> goOn(context), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void goOn(ChannelHandlerContext context) {
        Duration wait = pace.map(Pace::left).orElse(Duration.ZERO);
        if (wait.isZero()) {
            paused = false;
            context.channel().config().setAutoRead(true);
        } else {
            context.executor().schedule(() -> goOn(context), wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void refuse(ChannelHandlerContext context, RefusalKind kind, String fact) {
        closing = true;
        refusals.count(kind, who, fact);
        if (kind == RefusalKind.PACKET_TOO_LONG) {
            byte[] farewell = {(byte) DISCONNECT, 2, (byte) PACKET_TOO_LARGE, 0};
            context.writeAndFlush(Unpooled.wrappedBuffer(farewell)).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.close();
        }
    }

    /** The broker's own refusal of a packet that it could not decode is seen by the DISCONNECT that it sends. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes && bytes.readableBytes() > 2) {
            int reason = bytes.getUnsignedByte(bytes.readerIndex() + 2);
            if (bytes.getUnsignedByte(bytes.readerIndex()) == DISCONNECT
                    && (reason == MALFORMED_PACKET || reason == PROTOCOL_ERROR)) {
                refusals.count(RefusalKind.PACKET_BROKEN, who, "");
            }
        }
        context.write(message, promise);
    }
}
