package org.yici.base;

import java.util.regex.Pattern;

/**
 * The name of one terminal: the CN of its certificate, its MQTT client id and a level of its topics.
 *
 * <p>4 to 32 of {@code a-z 0-9 -}; names that begin with {@code service} are the centre's own and refused.
 */
public record TerminalId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{4,32}");

    public TerminalId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a terminal id is 4 to 32 of a-z, 0-9 and '-', not \"" + value + "\"");
        }
        if (value.startsWith("service")) {
            throw new IllegalArgumentException(
                    "terminal ids that begin with \"service\" belong to the centre: " + value);
        }
    }

    /** Whether {@code text} would be accepted. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && !text.startsWith("service");
    }

    @Override
    public String toString() {
        return value;
    }
}
