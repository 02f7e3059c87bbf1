package org.yici.catalogue.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.yici.catalogue.text.Key;

/** Names a class of items in this catalogue. */
public record ClassId(@JsonValue Key key) implements Comparable<ClassId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClassId {}

    public static ClassId of(String value) {
        return new ClassId(new Key(value));
    }

    @Override
    public int compareTo(ClassId other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key.value();
    }
}
