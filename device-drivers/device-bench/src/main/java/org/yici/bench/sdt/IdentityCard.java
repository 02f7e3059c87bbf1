package org.yici.bench.sdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.yici.bench.people.Person;

/**
 * What a citizen's resident ID card gives the reader: 256 bytes of text, UTF-16LE padded with spaces, and 1024 bytes of
 * portrait. The portrait is a pattern, not a picture: its format is a secret of its makers.
 */
final class IdentityCard {
    private static final int TEXT_BYTES = 256;
    private static final int PHOTO_BYTES = 1024;

    private final byte[] text;
    private final byte[] photo;

    private IdentityCard(byte[] text, byte[] photo) {
        this.text = text;
        this.photo = photo;
    }

    static IdentityCard of(Person person) {
        StringBuilder text = new StringBuilder();
        field(text, person.name(), 15);
        field(text, person.sex(), 1);
        field(text, person.nation(), 2);
        field(text, person.birth(), 8);
        field(text, person.address(), 35);
        field(text, person.number(), 18);
        field(text, person.authority(), 15);
        field(text, person.validFrom(), 8);
        field(text, person.validTo(), 8);
        field(text, "", 18); // reserved; the blank kind of card at offset 248 says "citizen"
        return new IdentityCard(text.toString().getBytes(StandardCharsets.UTF_16LE), photo());
    }

    private static void field(StringBuilder text, String value, int units) {
        text.append(value).append(" ".repeat(units - value.length()));
    }

    private static byte[] photo() {
        byte[] photo = new byte[PHOTO_BYTES];
        for (int i = 0; i < PHOTO_BYTES; i++) {
            photo[i] = (byte) (i * 37 + 11);
        }
        return photo;
    }

    /** The answer's data: length of text, length of portrait, text, portrait. */
    byte[] base() {
        ByteBuffer data = ByteBuffer.allocate(4 + TEXT_BYTES + PHOTO_BYTES).order(ByteOrder.BIG_ENDIAN);
        return data.putShort((short) TEXT_BYTES)
                .putShort((short) PHOTO_BYTES)
                .put(text)
                .put(photo)
                .array();
    }

    /** The same with the length of a fingerprint block, which none of these cards has. */
    byte[] baseWithoutFingerprint() {
        ByteBuffer data = ByteBuffer.allocate(6 + TEXT_BYTES + PHOTO_BYTES).order(ByteOrder.BIG_ENDIAN);
        return data.putShort((short) TEXT_BYTES)
                .putShort((short) PHOTO_BYTES)
                .putShort((short) 0)
                .put(text)
                .put(photo)
                .array();
    }
}
