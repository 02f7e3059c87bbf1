package org.yici.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of all our messages: UTF-8, instants in ISO 8601 UTC, byte arrays in base64, unknown fields ignored. Thread-safe.
 */
public final class Json {
    /** No text in a message is longer, the largest being a document in base64. */
    public static final int LONGEST_TEXT = 12 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    public static byte[] write(Object message) {
        return MAPPER.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses what is not JSON or lacks what {@code type} needs. The refusal repeats nothing of the input. */
    public static <T> T read(byte[] json, Class<T> type) throws MalformedMessageException {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new MalformedMessageException(type.getSimpleName(), json.length);
            }
            return value;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedMessageException(type.getSimpleName(), json.length);
        }
    }

    /** The tree of {@code value}. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** {@code tree} as a value of {@code type}; refuses as {@link #read} does. */
    public static <T> T fromTree(JsonNode tree, Class<T> type) throws MalformedMessageException {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedMessageException(type.getSimpleName(), 0);
        }
    }
}
