package org.yici.kiosk.service;

import java.util.regex.Pattern;

/**
 * Names a citizen service: the prefix of its message keys, the name of its icon, and what staff stop or release.
 *
 * @param value 2 to 32 lower-case letters, digits and hyphens, a letter first
 */
public record ServiceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    public ServiceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no name of a service: " + value);
        }
    }

    /** The key under which the messages of this service have {@code name}. */
    public String key(String name) {
        return value + "." + name;
    }

    @Override
    public String toString() {
        return value;
    }
}
