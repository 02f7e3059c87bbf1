package org.yici.journey.stage;

import org.yici.base.ErrorCode;

/**
 * Something that cannot be done now: sentence, remedy and short code come from the registry.
 *
 * @param reference a further word for staff to find it by, for example the copy's short id; empty if there is none
 */
public record Trouble(ErrorCode code, String reference) {
    public static Trouble of(ErrorCode code) {
        return new Trouble(code, "");
    }
}
