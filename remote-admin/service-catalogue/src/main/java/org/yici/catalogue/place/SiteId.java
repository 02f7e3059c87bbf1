package org.yici.catalogue.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.yici.catalogue.text.Key;

/** Names a site in this catalogue. */
public record SiteId(@JsonValue Key key) implements Comparable<SiteId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SiteId {}

    public static SiteId of(String value) {
        return new SiteId(new Key(value));
    }

    @Override
    public int compareTo(SiteId other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key.value();
    }
}
