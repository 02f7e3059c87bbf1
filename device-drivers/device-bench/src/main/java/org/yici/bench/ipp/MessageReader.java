package org.yici.bench.ipp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a message, RFC 8010 3.1, and stops before the document. Broken ones are an IOException. */
final class MessageReader {
    private final DataInputStream in;

    private MessageReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    static Message read(InputStream in) throws IOException {
        return new MessageReader(in).message();
    }

    private Message message() throws IOException {
        int version = in.readUnsignedShort();
        int code = in.readUnsignedShort();
        int requestId = in.readInt();
        List<Group> groups = new ArrayList<>();
        int tag = in.readUnsignedByte();
        while (tag != Tag.END) {
            if (!Tag.isGroup(tag)) {
                throw new IOException("a value stands outside of a group, tag " + tag);
            }
            List<Attribute> attributes = new ArrayList<>();
            int next = attributes(attributes);
            groups.add(new Group(tag, attributes));
            tag = next;
        }
        return new Message(version, code, requestId, groups);
    }

    /** Reads attributes until a tag that begins something else, and returns that tag. */
    private int attributes(List<Attribute> into) throws IOException {
        String name = "";
        List<Value> values = new ArrayList<>();
        while (true) {
            int tag = in.readUnsignedByte();
            if (Tag.isGroup(tag)) {
                add(into, name, values);
                return tag;
            }
            String given = string();
            if (!given.isEmpty()) {
                add(into, name, values);
                name = given;
                values = new ArrayList<>();
            } else if (name.isEmpty()) {
                throw new IOException("a further value follows no attribute");
            }
            values.add(value(tag, bytes()));
        }
    }

    private static void add(List<Attribute> into, String name, List<Value> values) {
        if (!values.isEmpty()) {
            into.add(new Attribute(name, values));
        }
    }

    private Value value(int tag, byte[] bytes) throws IOException {
        return switch (tag) {
            case Tag.INTEGER, Tag.ENUM -> new Value.Number(tag, fixed(bytes, 4).getInt());
            case Tag.BOOLEAN -> new Value.Bool(fixed(bytes, 1).get() != 0);
            case Tag.RANGE ->
                new Value.Range(fixed(bytes, 8).getInt(), ByteBuffer.wrap(bytes).getInt(4));
            case Tag.TEXT_WITH_LANGUAGE, Tag.NAME_WITH_LANGUAGE ->
                new Value.Text(tag == Tag.NAME_WITH_LANGUAGE ? Tag.NAME : Tag.TEXT, withoutLanguage(bytes));
            case Tag.BEGIN_COLLECTION -> collection();
            default ->
                tag >= Tag.TEXT
                        ? new Value.Text(tag, new String(bytes, StandardCharsets.UTF_8))
                        : new Value.Raw(tag, bytes);
        };
    }

    private static ByteBuffer fixed(byte[] bytes, int length) throws IOException {
        if (bytes.length != length) {
            throw new IOException("a value of " + length + " bytes has " + bytes.length);
        }
        return ByteBuffer.wrap(bytes);
    }

    private static String withoutLanguage(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            buffer.position(2 + buffer.getShort(0));
            byte[] text = new byte[buffer.getShort()];
            buffer.get(text);
            return new String(text, StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw new IOException("a text with language is cut short", e);
        }
    }

    private Value collection() throws IOException {
        List<Attribute> members = new ArrayList<>();
        String name = "";
        List<Value> values = new ArrayList<>();
        while (true) {
            int tag = in.readUnsignedByte();
            string();
            byte[] bytes = bytes();
            if (tag == Tag.END_COLLECTION) {
                add(members, name, values);
                return new Value.Collection(members);
            }
            if (tag == Tag.MEMBER_NAME) {
                add(members, name, values);
                name = new String(bytes, StandardCharsets.UTF_8);
                values = new ArrayList<>();
            } else {
                values.add(value(tag, bytes));
            }
        }
    }

    private String string() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return bytes;
    }
}
