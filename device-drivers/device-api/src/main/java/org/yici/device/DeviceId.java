package org.yici.device;

import java.util.regex.Pattern;

/** The name of a device on its terminal, for example {@code id-card-reader}: 1 to 32 of {@code a-z 0-9 -}. */
public record DeviceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    public DeviceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a device id is 1 to 32 of a-z, 0-9 and '-', not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
