package org.yici.kiosk.ui;

import java.util.List;

/**
 * A sentence by its key; the view looks it up in the language of the visit.
 *
 * @param key in the message files of the service that says it, or of the core
 * @param arguments for its places {0}, {1} …: {@link String}, {@link Integer} or {@link LocalText}
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
        for (Object argument : arguments) {
            if (!(argument instanceof String || argument instanceof Integer || argument instanceof LocalText)) {
                throw new IllegalArgumentException(key + " takes strings, integers and local texts");
            }
        }
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
