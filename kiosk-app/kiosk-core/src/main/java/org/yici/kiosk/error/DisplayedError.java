package org.yici.kiosk.error;

import org.yici.base.ErrorCode;

/**
 * Something that cannot be done now: sentence, remedy and short code come from the registry.
 *
 * @param reference a further word for staff to find it by, for example the copy's short id; empty if there is none
 */
public record DisplayedError(ErrorCode code, String reference) {
    public static DisplayedError of(ErrorCode code) {
        return new DisplayedError(code, "");
    }
}
