package org.yici.catalogue.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.yici.catalogue.text.Key;

/** Names a department in this catalogue. */
public record DepartmentId(@JsonValue Key key) implements Comparable<DepartmentId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DepartmentId {}

    public static DepartmentId of(String value) {
        return new DepartmentId(new Key(value));
    }

    @Override
    public int compareTo(DepartmentId other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key.value();
    }
}
