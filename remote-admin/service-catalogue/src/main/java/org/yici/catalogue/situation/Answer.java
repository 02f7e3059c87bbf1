package org.yici.catalogue.situation;

import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.LocalizedText;

/** One answer that a citizen can choose. */
public record Answer(Key id, LocalizedText text) {
    /** The answer 不清楚: it stands for all known answers of its question. */
    public static final Key UNKNOWN = new Key("unknown");

    public boolean isUnknown() {
        return id.equals(UNKNOWN);
    }
}
