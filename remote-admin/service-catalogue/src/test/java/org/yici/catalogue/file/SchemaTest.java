package org.yici.catalogue.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.publication.IndexBuilder;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.sample.SampleCatalogue;
import org.yici.catalogue.search.IndexSegment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schema and the codec say the same. */
class SchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCHEMA = schemaText();
    private static final Map<String, Class<? extends Record>> ROOTS = Map.of(
            "Item", Item.class,
            "Classes", Tables.Classes.class,
            "Departments", Tables.Departments.class,
            "Sites", Tables.Sites.class,
            "Info", Tables.Info.class,
            "Manifest", Manifest.class,
            "IndexSegment", IndexSegment.class);

    private static final Map<String, Schema> SCHEMAS = new HashMap<>();
    /** Fields whose entries are told apart by more than their number. */
    private static final Set<String> SETS = Set.of("classes", "forms", "objects", "in", "offers");

    private static String schemaText() {
        try (InputStream in = CatalogueCodec.class.getResourceAsStream("/org/yici/catalogue/catalogue-1.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String root) {
        return SCHEMAS.computeIfAbsent(root, SchemaTest::compiled);
    }

    private static Schema compiled(String root) {
        ObjectNode whole = (ObjectNode) JSON.readTree(SCHEMA);
        whole.put("$ref", "#/$defs/" + root);
        whole.remove("$id");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }

    private static boolean fits(Schema schema, String json) {
        return schema.validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static boolean isRead(String json, Class<? extends Record> type) {
        try {
            CatalogueCodec.decode(json.getBytes(StandardCharsets.UTF_8), type, "sample");
            return true;
        } catch (CatalogueException e) {
            return false;
        }
    }

    private static List<Catalogue> samples() throws CatalogueException {
        return List.of(DemoContent.catalogue(), SampleCatalogue.generate(7, 12));
    }

    @Test
    void everySampleFits() throws Exception {
        for (Catalogue catalogue : samples()) {
            assertFits("Classes", new Tables.Classes(catalogue.classes()));
            assertFits("Departments", new Tables.Departments(catalogue.departments()));
            assertFits("Sites", new Tables.Sites(catalogue.sites()));
            assertFits("Info", new Tables.Info(catalogue.info()));
            assertFits("Manifest", new Manifest(catalogue.info(), List.of(FileEntry.of("sites.json", new byte[1]))));
            for (Item item : catalogue.items()) {
                assertFits("Item", item);
            }
            for (IndexSegment segment : IndexBuilder.build(catalogue.items()).values()) {
                assertFits("IndexSegment", segment);
            }
        }
    }

    private static void assertFits(String root, Record record) {
        String json = new String(CatalogueCodec.encode(record), StandardCharsets.UTF_8);
        assertThat(schema(root).validate(json, InputFormat.JSON)).as(root).isEmpty();
        assertThat(fits(schema(root), json)).isTrue();
    }

    @Test
    void hasTheFieldsAndWordsOfTheRecords() {
        JsonNode definitions = JSON.readTree(SCHEMA).get("$defs");
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, Class<? extends Record>> root : new TreeMap<>(ROOTS).entrySet()) {
            compare(root.getValue(), definitions, seen);
        }
        assertThat(seen).isEqualTo(new HashSet<>(definitions.propertyNames()));
    }

    private static void compare(Class<?> type, JsonNode definitions, Set<String> seen) {
        if (!seen.add(type.getSimpleName())) {
            return;
        }
        JsonNode definition = definitions.get(type.getSimpleName());
        assertThat(definition).as(type.getSimpleName()).isNotNull();
        if (type.isEnum()) {
            Set<String> words = new TreeSet<>();
            definition.get("enum").forEach(word -> words.add(word.stringValue()));
            assertThat(words)
                    .as(type.getSimpleName())
                    .isEqualTo(new TreeSet<>(Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .toList()));
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
            parts(components[0].getGenericType()).forEach(part -> compare(part, definitions, seen));
            return;
        }
        Set<String> fields = new TreeSet<>(definition.get("properties").propertyNames());
        Set<String> required = new TreeSet<>();
        definition.path("required").forEach(field -> required.add(field.stringValue()));
        fields.remove("format");
        required.remove("format");
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : components) {
            names.add(component.getName());
            boolean scalar = component.getType() != Optional.class
                    && !Collection.class.isAssignableFrom(component.getType())
                    && !Map.class.isAssignableFrom(component.getType());
            if (scalar) {
                assertThat(required).as(type.getSimpleName()).contains(component.getName());
            }
            parts(component.getGenericType()).forEach(part -> compare(part, definitions, seen));
        }
        assertThat(fields).as(type.getSimpleName()).isEqualTo(names);
    }

    /** The records and enums of ours that a type is made of. */
    private static List<Class<?>> parts(Type type) {
        List<Class<?>> parts = new ArrayList<>();
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                parts.addAll(parts(argument));
            }
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("org.yici.")) {
            parts.add(plain);
        }
        return parts;
    }

    /**
     * Every value of every sample, damaged in each of several ways: codec and schema agree on each. Two exceptions are meant,
     * since the schema is of what is written: the codec takes {@code null} for absent, and an entry of a set that stands there
     * twice for one.
     */
    @Test
    void refusesWhatTheCodecRefuses() throws Exception {
        Catalogue demo = DemoContent.catalogue();
        int refused = 0;
        refused += compareDamaged(
                "Item", demo.item(ItemId.of("id-card-replacement")).orElseThrow());
        refused += compareDamaged(
                "Item",
                SampleCatalogue.generate(7, 500).items().stream()
                        .filter(item -> item.bundle().isPresent()
                                && item.guide().situation().isPresent())
                        .findFirst()
                        .orElseThrow());
        refused += compareDamaged("Sites", new Tables.Sites(demo.sites().subList(0, 2)));
        refused += compareDamaged("Classes", new Tables.Classes(demo.classes().subList(0, 2)));
        refused += compareDamaged(
                "Departments", new Tables.Departments(demo.departments().subList(0, 2)));
        refused +=
                compareDamaged("Manifest", new Manifest(demo.info(), List.of(FileEntry.of("sites.json", new byte[1]))));
        assertThat(refused).as("damaged files that both refuse").isGreaterThan(1500);
    }

    private static int compareDamaged(String root, Record record) {
        Class<? extends Record> type = record.getClass();
        Schema schema = schema(root);
        String json = new String(CatalogueCodec.encode(record), StandardCharsets.UTF_8);
        List<String> damaged = new ArrayList<>();
        ObjectNode small = (ObjectNode) JSON.readTree(json);
        shorten(small);
        assertThat(isRead(small.toString(), type)).isTrue();
        damage(small, damaged);
        int refused = 0;
        for (String one : damaged) {
            boolean read = isRead(one, type);
            assertThat(fits(schema, one))
                    .as(() -> difference(small.toString(), one))
                    .isEqualTo(read);
            refused += read ? 0 : 1;
        }
        return refused;
    }

    /** At most three of a kind: enough to damage each kind of value, and quick to check. */
    private static void shorten(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > 3) {
                array.remove(array.size() - 1);
            }
        }
        node.forEach(SchemaTest::shorten);
    }

    private static String difference(String whole, String damaged) {
        int at = 0;
        while (at < Math.min(whole.length(), damaged.length()) && whole.charAt(at) == damaged.charAt(at)) {
            at++;
        }
        return "damaged at: " + damaged.substring(Math.max(0, at - 60), Math.min(damaged.length(), at + 60));
    }

    private static void damage(ObjectNode root, List<String> damaged) {
        walk(root, "", new HashSet<>(), () -> damaged.add(root.toString()));
    }

    /** @param done the kinds of places that were damaged already: one of each is enough */
    private static void walk(JsonNode node, String path, Set<String> done, Runnable keep) {
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(field);
                String place = path + "." + field;
                if (done.add(place)) {
                    vary(value, SETS.contains(field), changed -> {
                        object.set(field, changed);
                        keep.run();
                    });
                    object.remove(field);
                    keep.run();
                    object.set(field, value);
                }
                walk(value, place, done, keep);
            }
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                JsonNode value = array.get(index);
                int at = index;
                if (done.add(path + "[]")) {
                    vary(value, false, changed -> {
                        array.set(at, changed);
                        keep.run();
                    });
                    array.set(index, value);
                }
                walk(value, path + "[]", done, keep);
            }
        }
    }

    private static void vary(JsonNode value, boolean isSet, Consumer<JsonNode> tries) {
        List<JsonNode> others = new ArrayList<>(List.of(
                JSON.readTree("\"\""),
                JSON.readTree("\"  \""),
                JSON.readTree("\"\\u202e\""),
                JSON.readTree("\"UNHEARD_OF\""),
                JSON.readTree("-1"),
                JSON.readTree("1.5"),
                JSON.readTree("99999999999"),
                JSON.readTree("true"),
                JSON.readTree("[[1]]"),
                JSON.readTree("{\"a\":1}")));
        if (value.isString()) {
            others.add(JSON.getNodeFactory().stringNode("长".repeat(2001)));
            others.add(JSON.getNodeFactory().stringNode(value.stringValue() + "!"));
        }
        if (value.isArray() && !value.isEmpty() && !isSet) {
            ArrayNode many = JSON.createArrayNode();
            // More than any bound of records.
            int most = value.get(0).isObject() ? 70 : 401;
            for (int count = 0; count < most; count++) {
                many.add(value.get(0));
            }
            others.add(many);
        }
        others.forEach(tries);
    }
}
