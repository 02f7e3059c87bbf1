package org.yici.agent.store;

import java.util.UUID;

/** Which session has the screen, and in which of the keeper's places it runs. */
public record Front(UUID session, int slot) {
    static Front parse(String text) {
        int space = text.indexOf(' ');
        return new Front(UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }

    @Override
    public String toString() {
        return session + " " + slot;
    }
}
