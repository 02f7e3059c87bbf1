package org.yici.driver.scanner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scanners that send a code as it stands in the symbol, followed by CR, LF, both, or nothing. Makers' commands as public drivers show
 * them.
 */
final class LineDialect implements Dialect {
    /** At 9600 baud a byte takes a millisecond; adapters deliver in lumps of 16 ms. */
    private static final int SILENCE_MS = 200;

    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final byte ACK = 0x06;
    /** Answers are two dozen bytes; what begins like one and is longer is a code. */
    private static final int LONGEST_REPLY = 64;

    private final Optional<byte[]> begin;
    private final Optional<byte[]> end;
    private final boolean replies;
    private final boolean endsAtLineEnd;
    private final CodeCollector code = new CodeCollector();
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    /** Commands that were sent and not answered yet; after a search was ended and begun again, two. */
    private int awaited;

    private boolean afterReturn;

    private LineDialect(Optional<byte[]> begin, Optional<byte[]> end, boolean replies, boolean endsAtLineEnd) {
        this.begin = begin;
        this.end = end;
        this.replies = replies;
        this.endsAtLineEnd = endsAtLineEnd;
    }

    /** Unified commands; {@code #} changes nothing that is saved. Answered between STX and ETX, with ACK before the end for a yes. */
    static LineDialect newland(boolean endsAtLineEnd) {
        return new LineDialect(
                Optional.of(ascii("~\u00010000#SCNTRG1;\u0003")),
                Optional.of(ascii("~\u00010000#SCNTRG0;\u0003")),
                true,
                endsAtLineEnd);
    }

    /** Serial trigger commands; nothing is answered. */
    static LineDialect honeywell(boolean endsAtLineEnd) {
        return new LineDialect(
                Optional.of(new byte[] {0x16, 0x54, 0x0D}),
                Optional.of(new byte[] {0x16, 0x55, 0x0D}),
                false,
                endsAtLineEnd);
    }

    /** Nothing is sent; it always looks for codes. */
    static LineDialect plain(boolean endsAtLineEnd) {
        return new LineDialect(Optional.empty(), Optional.empty(), false, endsAtLineEnd);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<byte[]> greeting() {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> begin() {
        return begin;
    }

    @Override
    public Optional<byte[]> end() {
        return end;
    }

    @Override
    public List<Heard> feed(byte[] bytes, int count) {
        List<Heard> heard = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            if (isOfReply(bytes[at])) {
                addToReply(bytes[at], heard);
            } else {
                addToCode(bytes[at], heard);
            }
        }
        return heard;
    }

    /** An answer is told from a code by its time and its first byte: a code can claim to be one only in the moment after a command. */
    private boolean isOfReply(byte next) {
        return reply.size() > 0 || awaited > 0 && next == STX && code.isEmpty();
    }

    private void addToReply(byte next, List<Heard> heard) {
        reply.write(next);
        byte[] so = reply.toByteArray();
        if (next == ETX) {
            heard.add(new Heard.Reply(so.length > 2 && so[so.length - 3] == ACK));
            reply.reset();
            awaited = Math.max(0, awaited - 1);
        } else if (so.length > LONGEST_REPLY) {
            noReply(heard);
        }
    }

    /** What began like an answer is none. */
    private void noReply(List<Heard> heard) {
        byte[] so = reply.toByteArray();
        reply.reset();
        for (byte each : so) {
            addToCode(each, heard);
        }
    }

    private void addToCode(byte next, List<Heard> heard) {
        boolean second = next == '\n' && afterReturn;
        afterReturn = next == '\r' && endsAtLineEnd;
        if (second) {
            return;
        }
        if (endsAtLineEnd && (next == '\r' || next == '\n')) {
            code.end().ifPresent(heard::add);
        } else if (!code.add(next)) {
            heard.add(new Heard.TooLong());
        }
    }

    @Override
    public List<Heard> silence() {
        List<Heard> heard = new ArrayList<>();
        noReply(heard);
        code.end().ifPresent(heard::add);
        afterReturn = false;
        return heard;
    }

    @Override
    public int patience() {
        return SILENCE_MS;
    }

    @Override
    public List<byte[]> due() {
        return List.of();
    }

    @Override
    public void sent() {
        awaited += replies ? 1 : 0;
    }

    /** What has begun like one is told by its end, or by silence. */
    @Override
    public void expectNoAnswer() {
        awaited = 0;
    }

    /** An answer that has begun goes on. */
    @Override
    public void reset() {
        code.clear();
        afterReturn = false;
    }
}
