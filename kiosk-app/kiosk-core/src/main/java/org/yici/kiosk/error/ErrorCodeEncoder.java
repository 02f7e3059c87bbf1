package org.yici.kiosk.error;

import java.util.Map;
import org.yici.base.ErrorCode;

/** An error code among the numbers of an event: {@code P06} becomes {@code P=6}, for names of numbers are letters alone. */
public final class ErrorCodeEncoder {
    private ErrorCodeEncoder() {}

    public static Map<String, Long> of(ErrorCode code) {
        return Map.of(code.code().substring(0, 1), Long.valueOf(code.code().substring(1)));
    }
}
