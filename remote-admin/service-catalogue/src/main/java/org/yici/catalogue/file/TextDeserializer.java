package org.yici.catalogue.file;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a date from a text in ISO 8601 alone; Jackson's own also takes numbers and arrays. */
final class TextDeserializer<T> extends StdDeserializer<T> {
    private final Function<String, T> parser;

    TextDeserializer(Class<T> type, Function<String, T> parser) {
        super(type);
        this.parser = parser;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(getValueType(context), json);
        }
        try {
            return parser.apply(json.getString());
        } catch (DateTimeException e) {
            return (T) context.handleWeirdStringValue(handledType(), json.getString(), "not a date in ISO 8601");
        }
    }
}
