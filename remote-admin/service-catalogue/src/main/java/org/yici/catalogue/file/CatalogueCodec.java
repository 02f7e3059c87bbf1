package org.yici.catalogue.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of a catalogue's files: an object with {@code format} and the fields of one record, in UTF-8. Published files have
 * no white space, sources that people edit are indented. The same record gives the same bytes. Thread-safe.
 *
 * <p>Reading is strict: a broken range, a missing field, a wrong type, an unknown word, a field that stands there twice, text
 * after the end and nesting that is too deep are refused; so is another format version. A field that is not known is ignored,
 * so that a later release can say more; absent and {@code null} are the same.
 */
public final class CatalogueCodec {
    /** Raised when a reader of the former version would misunderstand a file. */
    public static final int FORMAT = 1;

    private static final String FORMAT_FIELD = "format";
    private static final JsonMapper MAPPER = mapper();
    private static final PrettyPrinter INDENTED = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private CatalogueCodec() {}

    /** As it is published. */
    public static byte[] encode(Record content) {
        return MAPPER.writeValueAsString(file(content)).getBytes(StandardCharsets.UTF_8);
    }

    /** As people edit it: two spaces, line feeds. */
    public static byte[] encodeSource(Record content) {
        return (MAPPER.writer().with(INDENTED).writeValueAsString(file(content)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode file(Record content) {
        ObjectNode file = MAPPER.createObjectNode();
        file.put(FORMAT_FIELD, FORMAT);
        file.setAll((ObjectNode) MAPPER.valueToTree(content));
        return file;
    }

    /**
     * The record in {@code content}, which is not longer than the caller's bound.
     *
     * @param path the file, for the fault
     */
    public static <T extends Record> T decode(byte[] content, Class<T> type, String path) throws CatalogueException {
        JsonNode tree = tree(content, path);
        checkFormat(tree, path);
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CatalogueException(structure(path, e));
        }
    }

    /** The JSON in {@code content} as it stands there. */
    public static JsonNode tree(byte[] content, String path) throws CatalogueException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            JsonNode tree = MAPPER.readTree(text);
            if (!tree.isObject()) {
                throw new CatalogueException(Fault.ofFile(Rule.STRUCTURE, path, "/", "not a JSON object"));
            }
            return tree;
        } catch (CharacterCodingException e) {
            throw new CatalogueException(Fault.ofFile(Rule.STRUCTURE, path, "/", "not UTF-8"));
        } catch (JacksonException e) {
            throw new CatalogueException(structure(path, e));
        }
    }

    /** The JSON of {@code content}, without {@code format}. */
    public static JsonNode tree(Record content) {
        return MAPPER.valueToTree(content);
    }

    /** The fields of {@code content} that {@code record} does not have, as JSON pointers. */
    public static List<String> unknownFields(JsonNode content, Record record) {
        List<String> unknown = new ArrayList<>();
        ObjectNode known = (ObjectNode) MAPPER.valueToTree(record);
        known.put(FORMAT_FIELD, FORMAT);
        collectUnknown(content, known, "", unknown);
        return unknown;
    }

    private static void collectUnknown(JsonNode content, JsonNode known, String at, List<String> unknown) {
        if (content.isObject()) {
            for (Map.Entry<String, JsonNode> field : content.properties()) {
                JsonNode same = known.get(field.getKey());
                String pointer = at + "/" + field.getKey();
                if (same != null) {
                    collectUnknown(field.getValue(), same, pointer, unknown);
                } else if (!isEmpty(field.getValue())) {
                    unknown.add(pointer);
                }
            }
        } else if (content.isArray() && known.size() == content.size()) {
            for (int index = 0; index < content.size(); index++) {
                collectUnknown(content.get(index), known.get(index), at + "/" + index, unknown);
            }
        }
    }

    /** What is the same as absent. */
    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isContainer() && value.isEmpty());
    }

    private static void checkFormat(JsonNode tree, String path) throws CatalogueException {
        JsonNode format = tree.get(FORMAT_FIELD);
        if (format == null || !format.isInt() || format.intValue() != FORMAT) {
            String found = format == null ? "-" : format.toString();
            throw new CatalogueException(Fault.ofFile(Rule.FORMAT, path, found, String.valueOf(FORMAT)));
        }
    }

    private static Fault structure(String path, Exception fault) {
        if (fault instanceof DatabindException bound && !bound.getPath().isEmpty()) {
            StringBuilder pointer = new StringBuilder();
            for (JacksonException.Reference step : bound.getPath()) {
                String name = step.getPropertyName();
                pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
            }
            return Fault.ofFile(Rule.STRUCTURE, path, pointer.toString(), said(bound));
        }
        if (fault instanceof JacksonException syntax && syntax.getLocation() != null) {
            String place = syntax.getLocation().getLineNr() + ":"
                    + syntax.getLocation().getColumnNr();
            return Fault.ofFile(Rule.STRUCTURE, path, place, syntax.getOriginalMessage());
        }
        return Fault.ofFile(Rule.STRUCTURE, path, "/", String.valueOf(fault.getMessage()));
    }

    private static String said(JacksonException fault) {
        Throwable cause = fault.getCause();
        return cause instanceof IllegalArgumentException range && range.getMessage() != null
                ? range.getMessage()
                : fault.getOriginalMessage();
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(Bounds.DEPTH)
                                .maxStringLength(Bounds.TEXT)
                                .maxNumberLength(20)
                                .maxNameLength(200)
                                .build())
                        .build())
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .addModule(new SimpleModule("dates")
                        .addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, Instant::parse))
                        .addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, LocalDate::parse)))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .withConfigOverride(List.class, CatalogueCodec::absentIsEmpty)
                .withConfigOverride(SortedSet.class, CatalogueCodec::absentIsEmpty)
                .withConfigOverride(SortedMap.class, CatalogueCodec::absentIsEmpty)
                .withCoercionConfigDefaults(
                        coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(LogicalType.Textual, coercion -> coercion.setCoercion(
                                CoercionInputShape.EmptyString, CoercionAction.TryConvert)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    private static void absentIsEmpty(MutableConfigOverride override) {
        override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL));
        override.setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    }
}
