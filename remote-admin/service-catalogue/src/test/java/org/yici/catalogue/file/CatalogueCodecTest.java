package org.yici.catalogue.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.sample.SampleCatalogue;

class CatalogueCodecTest {
    /** Run with {@code -Dyici.golden.update} to write it anew; then read the difference. */
    private static final String GOLDEN = "golden-item.json";

    private static final String SMALL = "{\"format\":1,\"classes\":[{\"id\":\"a\",\"classification\":\"LIFE_EVENT\","
            + "\"name\":{\"zh\":\"户籍\"},\"order\":1}]}";

    @Test
    void writesTheGoldenItem() throws Exception {
        Item item =
                SampleCatalogue.generate(3, 25).item(ItemId.of("sample-00025")).orElseThrow();
        byte[] written = CatalogueCodec.encodeSource(item);
        if (System.getProperty("yici.golden.update") != null) {
            Files.write(Path.of("src/test/resources/org/yici/catalogue/file", GOLDEN), written);
        }
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(CatalogueCodec.decode(golden(), Item.class, GOLDEN)).isEqualTo(item);
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = CatalogueCodecTest.class.getResourceAsStream(GOLDEN)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    @Test
    void readsWhatItWrites() throws Exception {
        for (Item item : DemoContent.catalogue().items()) {
            byte[] written = CatalogueCodec.encode(item);
            assertThat(CatalogueCodec.decode(written, Item.class, "item")).isEqualTo(item);
            assertThat(CatalogueCodec.decode(CatalogueCodec.encodeSource(item), Item.class, "item"))
                    .isEqualTo(item);
            assertThat(CatalogueCodec.encode(CatalogueCodec.decode(written, Item.class, "item")))
                    .isEqualTo(written);
        }
    }

    @Test
    void keepsThatNoMaterialIsNeededApartFromThatNobodyKnows() throws Exception {
        String with = new String(
                CatalogueCodec.encode(DemoContent.catalogue()
                        .item(ItemId.of("real-estate-records"))
                        .orElseThrow()),
                StandardCharsets.UTF_8);
        assertThat(with).doesNotContain("\"materials\"");
        String none = with.replace("\"guide\":{", "\"guide\":{\"materials\":[],");
        Item item = CatalogueCodec.decode(none.getBytes(StandardCharsets.UTF_8), Item.class, "item");
        assertThat(item.guide().materials())
                .hasValueSatisfying(materials -> assertThat(materials).isEmpty());
        assertThat(new String(CatalogueCodec.encode(item), StandardCharsets.UTF_8))
                .contains("\"materials\":[]");
    }

    private static Fault refusal(String json) {
        try {
            CatalogueCodec.decode(json.getBytes(StandardCharsets.UTF_8), Tables.Classes.class, "classes.json");
        } catch (CatalogueException e) {
            return e.faults().get(0);
        }
        throw new AssertionError("was read: " + json);
    }

    @Test
    void refusesAnotherFormat() throws Exception {
        assertThat(CatalogueCodec.decode(SMALL.getBytes(StandardCharsets.UTF_8), Tables.Classes.class, "x")
                        .classes())
                .hasSize(1);
        for (String format : new String[] {"2", "0", "\"1\"", "1.0", "null", "99999999999"}) {
            assertThat(refusal(SMALL.replace("\"format\":1", "\"format\":" + format))
                            .rule())
                    .as(format)
                    .isEqualTo(Rule.FORMAT);
        }
        assertThat(refusal("{}").rule()).isEqualTo(Rule.FORMAT);
    }

    @Test
    void tellsWhereAFieldIsWrong() {
        Fault fault = refusal(SMALL.replace("\"order\":1", "\"order\":1000"));
        assertThat(fault.rule()).isEqualTo(Rule.STRUCTURE);
        assertThat(fault.arguments()).containsExactly("/classes/0", "order of class a is 1000, not 0 to 999");
    }

    @Test
    void refusesWhatIsNotStrictJson() {
        String deep = "{\"format\":1,\"classes\":" + "[".repeat(100) + "]".repeat(100) + "}";
        String[] broken = {
            "",
            "null",
            "[]",
            SMALL + "{}",
            SMALL.substring(0, SMALL.length() - 1),
            SMALL.replace("{\"format\":1", "{\"format\":1,\"format\":1"),
            SMALL.replace("\"order\":1", "\"order\":1,\"order\":2"),
            SMALL.replace("\"order\":1", "\"order\":\"1\""),
            SMALL.replace("\"order\":1", "\"order\":01"),
            SMALL.replace("\"order\":1", "order:1"),
            "\ufeff" + SMALL,
            deep
        };
        for (String json : broken) {
            assertThat(refusal(json).rule()).as(json).isEqualTo(Rule.STRUCTURE);
        }
    }

    @Test
    void refusesOtherEncodings() {
        byte[] latin = SMALL.getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> CatalogueCodec.decode(latin, Tables.Classes.class, "x"))
                .isInstanceOf(CatalogueException.class);
        byte[] half = SMALL.getBytes(StandardCharsets.UTF_8);
        half[SMALL.indexOf("户") + 1] = 'x';
        assertThatThrownBy(() -> CatalogueCodec.decode(half, Tables.Classes.class, "x"))
                .isInstanceOf(CatalogueException.class);
    }

    @Test
    void ignoresAndNamesFieldsThatItDoesNotKnow() throws Exception {
        String more = SMALL.replace("\"order\":1", "\"order\":1,\"colour\":\"red\",\"examples\":[]")
                .replace("\"zh\":\"户籍\"", "\"zh\":\"户籍\",\"en\":null");
        byte[] bytes =
                SMALL.replace("\"order\":1", "\"order\":1,\"colour\":\"red\"").getBytes(StandardCharsets.UTF_8);
        Tables.Classes read = CatalogueCodec.decode(bytes, Tables.Classes.class, "x");
        assertThat(CatalogueCodec.unknownFields(CatalogueCodec.tree(bytes, "x"), read))
                .containsExactly("/classes/0/colour");
        assertThat(refusal(more).rule()).as("a language without a text").isEqualTo(Rule.STRUCTURE);
    }
}
