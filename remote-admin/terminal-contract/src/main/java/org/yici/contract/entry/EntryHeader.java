package org.yici.contract.entry;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;

/**
 * What everybody on the way may read of an entry. For a sealed entry all of it is associated data of the seal, so that nothing of it can
 * be changed on the way.
 *
 * @param key UUID of version 7, the entry's identity; a repeat with the same key and version changes nothing
 * @param version 1 for the first word on this key, rising with each later one
 * @param kind what it is about, see {@link EntryKinds}
 * @param format version of the content's form, from 1
 */
public record EntryHeader(String terminal, UUID key, int version, String kind, int format) {
    public EntryHeader {
        new TerminalId(terminal);
        if (!Uuid7.isVersion7(key)) {
            throw new IllegalArgumentException("an entry's key is a UUID of version 7");
        }
        if (version < 1 || format < 1) {
            throw new IllegalArgumentException("version and format begin with 1");
        }
        if (kind.isBlank() || kind.length() > 40) {
            throw new IllegalArgumentException("an entry's kind has 1 to 40 characters");
        }
    }

    /** The bytes that a seal binds: the fields and the key's id, a line each. */
    public byte[] associatedData(String keyId) {
        return String.join("\n", "yici-entry", terminal, key.toString(), "" + version, kind, "" + format, keyId)
                .getBytes(StandardCharsets.UTF_8);
    }
}
