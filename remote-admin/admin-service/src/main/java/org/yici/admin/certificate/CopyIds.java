package org.yici.admin.certificate;

import java.util.UUID;
import org.yici.admin.keys.Sha256;
import org.yici.base.TerminalId;

/** Names of copies: 80 bits drawn from terminal and idempotency key, so that a repeat has the same name before anything is stored. */
final class CopyIds {
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 16;

    private CopyIds() {}

    /** For example {@code yc-7kqm2xwd9ptr04vb}. */
    static String of(TerminalId terminal, UUID idempotencyKey) {
        byte[] digest = Sha256.of("yici/v1/copy\n" + terminal + "\n" + idempotencyKey);
        StringBuilder id = new StringBuilder("yc-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(digest[i] & 31));
        }
        return id.toString();
    }
}
