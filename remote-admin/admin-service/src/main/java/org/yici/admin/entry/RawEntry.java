package org.yici.admin.entry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import tools.jackson.databind.JsonNode;

/** Files what is not understood, as long as it has a key and a version: an entry of a later form, for example. */
final class RawEntry {
    private static final String NUL = "\\u0000";
    private static final int LONGEST_KIND = 40;

    private RawEntry() {}

    /** Whether a text in this JSON holds the one character that the database cannot store. */
    static boolean holdsNul(byte[] json) {
        return new String(json, StandardCharsets.ISO_8859_1).contains(NUL);
    }

    static Optional<EntryStore.Filed> read(TerminalId terminal, byte[] payload) {
        try {
            JsonNode header = Json.read(payload, JsonNode.class).path("entry").path("header");
            UUID key = UUID.fromString(header.path("key").asString(""));
            int version = header.path("version").asInt(0);
            return Uuid7.isVersion7(key) && version > 0
                    ? Optional.of(new EntryStore.Filed(
                            terminal,
                            key,
                            version,
                            kind(header),
                            header.path("format").asInt(0),
                            payload))
                    : Optional.empty();
        } catch (MalformedMessageException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String kind(JsonNode header) {
        String kind = header.path("kind").asString("").replace("\0", "");
        return kind.length() > LONGEST_KIND ? kind.substring(0, LONGEST_KIND) : kind;
    }
}
