package org.yici.catalogue.item;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.yici.catalogue.text.Key;

/** Names an item in this catalogue; also the name of its file. Never changes and is never given to another item. */
public record ItemId(@JsonValue Key key) implements Comparable<ItemId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemId {}

    public static ItemId of(String value) {
        return new ItemId(new Key(value));
    }

    @Override
    public int compareTo(ItemId other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key.value();
    }
}
