package org.yici.catalogue.place;

/** By what the classes of a catalogue divide its items. */
public enum Classification {
    /** A citizen's life (自然人主题). */
    LIFE_EVENT,
    /** A firm's life (法人主题). */
    BUSINESS_EVENT,
    /** The classes that a town centre offers. */
    TOWN_SERVICE
}
