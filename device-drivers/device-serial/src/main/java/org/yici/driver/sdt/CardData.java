package org.yici.driver.sdt;

import java.util.Arrays;
import java.util.Optional;
import org.yici.device.PhotoDecoder;
import org.yici.device.Portrait;

/**
 * The data of an answer to a read: lengths of text, portrait and (only then) fingerprints, two bytes each, big-endian, and the three
 * themselves. Everything is personal; {@link #wipe} when it was looked at.
 */
final class CardData {
    private static final int PORTRAIT = 1024;
    private static final int FINGERPRINT = 512;

    private final byte[] bytes;
    private final int header;

    private CardData(byte[] bytes, int header) {
        this.bytes = bytes;
        this.header = header;
    }

    /** Empty if the lengths are not those of a card. */
    static Optional<CardData> of(byte[] bytes, boolean withFingerprints) {
        CardData data = new CardData(bytes, withFingerprints ? 6 : 4);
        boolean whole = bytes.length >= data.header
                && data.length(0) == CardFields.LENGTH
                && data.length(2) == PORTRAIT
                && data.fingerprintBytes() % FINGERPRINT == 0
                && bytes.length == data.header + CardFields.LENGTH + PORTRAIT + data.fingerprintBytes();
        return whole ? Optional.of(data) : Optional.empty();
    }

    private int length(int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }

    private int fingerprintBytes() {
        return header == 6 ? length(4) : 0;
    }

    CardText text() {
        return CardLayout.parse(Arrays.copyOfRange(bytes, header, header + CardFields.LENGTH));
    }

    int fingerprints() {
        return fingerprintBytes() / FINGERPRINT;
    }

    Optional<Portrait> portrait(PhotoDecoder decoder) {
        int from = header + CardFields.LENGTH;
        byte[] photo = Arrays.copyOfRange(bytes, from, from + PORTRAIT);
        try {
            return decoder.decode(photo);
        } catch (RuntimeException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(photo, (byte) 0);
        }
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "CardData";
    }
}
