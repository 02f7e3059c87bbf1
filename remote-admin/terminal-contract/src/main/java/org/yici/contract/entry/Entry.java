package org.yici.contract.entry;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A durable fact: either sealed by a session to the centre, or an agent's own plain words, which name no citizen. Exactly one of the two
 * is there.
 */
public record Entry(EntryHeader header, Optional<SealedBox> box, Optional<JsonNode> body) {
    public Entry {
        body = body.filter(node -> !node.isNull());
        if (box.isPresent() == body.isPresent()) {
            throw new IllegalArgumentException("an entry is either sealed or open");
        }
    }

    public static Entry sealed(EntryHeader header, SealedBox box) {
        return new Entry(header, Optional.of(box), Optional.empty());
    }

    public static Entry open(EntryHeader header, JsonNode body) {
        return new Entry(header, Optional.empty(), Optional.of(body));
    }
}
