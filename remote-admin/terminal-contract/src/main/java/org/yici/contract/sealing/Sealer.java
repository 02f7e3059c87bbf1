package org.yici.contract.sealing;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.yici.contract.Hpke;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.SealedBox;

/** Seals content to the centre, see {@link SealedBox}. Thread-safe. The first use of a JVM takes some 0.3 s: warm it up. */
public final class Sealer {
    private final CentreKey key;

    public Sealer(CentreKey key) {
        this.key = key;
    }

    /** {@code content} as JSON under {@code header}, readable for the centre alone. */
    public Entry seal(EntryHeader header, Object content) {
        return Entry.sealed(header, seal(header.associatedData(key.id()), Json.write(content)));
    }

    private SealedBox seal(byte[] associatedData, byte[] plain) {
        if (plain.length > SealedBox.LONGEST) {
            throw new IllegalArgumentException("content of " + plain.length + " bytes is too long to be sealed");
        }
        try {
            byte[][] sealed = Hpke.suite()
                    .seal(
                            Hpke.suite().deserializePublicKey(key.raw()),
                            Hpke.info(),
                            associatedData,
                            plain,
                            null,
                            null,
                            null);
            return new SealedBox(key.id(), sealed[1], sealed[0]);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }
}
