package org.yici.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.file.CatalogueCodec;
import org.yici.catalogue.file.CataloguePath;
import org.yici.catalogue.guide.Material;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.TrustLevel;
import org.yici.catalogue.place.ClassId;
import org.yici.catalogue.place.ServiceClass;
import org.yici.catalogue.source.Source;
import org.yici.catalogue.source.SourceKind;
import org.yici.catalogue.text.LocalizedText;
import tools.jackson.databind.JsonNode;

/** What the demo's content promises. That no rule is broken is tried where rules are. */
class DemoContentTest {
    @Test
    void holdsTwelveItemsOverTenClasses() throws Exception {
        Catalogue catalogue = DemoContent.catalogue();
        assertThat(catalogue.items()).hasSize(12);
        Set<ClassId> used = catalogue.items().stream()
                .flatMap(item -> item.classes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).hasSizeGreaterThan(10);
        assertThat(catalogue.classes()).extracting(ServiceClass::id).containsAll(used);
    }

    @Test
    void isMarkedAndReadAtPublicPlaces() throws Exception {
        for (Item item : DemoContent.catalogue().items()) {
            assertThat(item.verification().level()).isEqualTo(TrustLevel.DEMO);
            assertThat(item.guide().sources())
                    .as(item.id().toString())
                    .isNotEmpty()
                    .allSatisfy(source -> {
                        assertThat(source.kind()).isEqualTo(SourceKind.PUBLIC);
                        assertThat(source.place()).isPresent();
                        assertThat(source.version()).isPresent();
                    });
            assertThat(item.guide().sources()).extracting(Source::title).doesNotHaveDuplicates();
        }
    }

    @Test
    void asksQuestionsInNineGuides() throws Exception {
        assertThat(DemoContent.catalogue().items())
                .filteredOn(item -> item.guide().situation().isPresent())
                .hasSize(9);
    }

    @Test
    void namesItemsAndMaterialsInEnglish() throws Exception {
        for (Item item : DemoContent.catalogue().items()) {
            assertThat(item.name().in(LocalizedText.ENGLISH)).isPresent();
            assertThat(item.guide().summary().flatMap(text -> text.in(LocalizedText.ENGLISH)))
                    .isPresent();
            assertThat(item.guide().allMaterials()).extracting(Material::name).allSatisfy(name -> assertThat(
                            name.in(LocalizedText.ENGLISH))
                    .isPresent());
            item.guide().situation().ifPresent(situation -> {
                assertThat(situation.questions())
                        .allSatisfy(question -> assertThat(question.text().in(LocalizedText.ENGLISH))
                                .isPresent());
                assertThat(situation.outcomes())
                        .allSatisfy(outcome -> assertThat(outcome.text().in(LocalizedText.ENGLISH))
                                .isPresent());
            });
        }
    }

    /** A sentence that is read aloud has at most 35 characters. */
    @Test
    void speaksInShortSentences() throws Exception {
        for (Item item : DemoContent.catalogue().items()) {
            checkSentences(CatalogueCodec.tree(item), item.id().toString());
        }
    }

    private static void checkSentences(JsonNode node, String item) {
        if (node.path("zh").isString()) {
            assertThat(node.get("zh").stringValue().split("[。；？！]"))
                    .as(item)
                    .allSatisfy(sentence -> assertThat(sentence).hasSizeLessThanOrEqualTo(35));
        }
        node.forEach(child -> checkSentences(child, item));
    }

    /** One form for all editors: run with {@code -Dyici.golden.update} to bring the files into it. */
    @Test
    void liesInTheFormThatTheCodecWrites() throws Exception {
        for (Item item : DemoContent.catalogue().items()) {
            Path file = DemoContent.SOURCES.resolve(CataloguePath.of(item.id()));
            byte[] form = CatalogueCodec.encodeSource(item);
            if (System.getProperty("yici.golden.update") != null) {
                Files.write(file, form);
            }
            assertThat(Files.readAllBytes(file)).as(file.toString()).isEqualTo(form);
        }
    }
}
