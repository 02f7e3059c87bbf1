package org.yici.bench.ipp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a message, RFC 8010 3.1. */
final class MessageWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private MessageWriter() {}

    static byte[] bytes(Message message) {
        MessageWriter writer = new MessageWriter();
        try {
            writer.message(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.bytes.toByteArray();
    }

    private void message(Message message) throws IOException {
        out.writeShort(message.version());
        out.writeShort(message.code());
        out.writeInt(message.requestId());
        for (Group group : message.groups()) {
            out.writeByte(group.tag());
            for (Attribute attribute : group.attributes()) {
                attribute(attribute);
            }
        }
        out.writeByte(Tag.END);
    }

    private void attribute(Attribute attribute) throws IOException {
        String name = attribute.name();
        for (Value value : attribute.values()) {
            value(name, value);
            name = "";
        }
    }

    private void value(String name, Value value) throws IOException {
        if (value instanceof Value.Collection collection) {
            field(value.tag(), name, new byte[0]);
            for (Attribute member : collection.members()) {
                field(Tag.MEMBER_NAME, "", utf8(member.name()));
                for (Value inner : member.values()) {
                    value("", inner);
                }
            }
            field(Tag.END_COLLECTION, "", new byte[0]);
        } else {
            field(value.tag(), name, content(value));
        }
    }

    private static byte[] content(Value value) {
        if (value instanceof Value.Number number) {
            return ByteBuffer.allocate(4).putInt(number.value()).array();
        }
        if (value instanceof Value.Bool bool) {
            return new byte[] {(byte) (bool.value() ? 1 : 0)};
        }
        if (value instanceof Value.Text text) {
            return utf8(text.value());
        }
        if (value instanceof Value.Range range) {
            return ByteBuffer.allocate(8)
                    .putInt(range.lower())
                    .putInt(range.upper())
                    .array();
        }
        if (value instanceof Value.Resolution resolution) {
            return ByteBuffer.allocate(9)
                    .putInt(resolution.dotsPerInch())
                    .putInt(resolution.dotsPerInch())
                    .put((byte) 3)
                    .array();
        }
        if (value instanceof Value.Raw raw) {
            return raw.bytes();
        }
        throw new IllegalArgumentException("not a plain value: " + value);
    }

    private void field(int tag, String name, byte[] content) throws IOException {
        out.writeByte(tag);
        byte[] nameBytes = utf8(name);
        out.writeShort(nameBytes.length);
        out.write(nameBytes);
        out.writeShort(content.length);
        out.write(content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
