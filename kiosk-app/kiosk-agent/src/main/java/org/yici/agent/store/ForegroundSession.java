package org.yici.agent.store;

import java.util.UUID;

/** Which session has the screen, and in which of the keeper's places it runs. */
public record ForegroundSession(UUID session, int slot) {
    static ForegroundSession parse(String text) {
        int space = text.indexOf(' ');
        return new ForegroundSession(
                UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }

    @Override
    public String toString() {
        return session + " " + slot;
    }
}
