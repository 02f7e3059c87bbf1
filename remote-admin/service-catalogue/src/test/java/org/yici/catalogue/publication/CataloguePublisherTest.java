package org.yici.catalogue.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.file.CatalogueFolder;
import org.yici.catalogue.file.CataloguePath;
import org.yici.catalogue.file.CatalogueWriter;
import org.yici.catalogue.file.Sha256;
import org.yici.catalogue.guide.Attachment;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.sample.SampleCatalogue;
import org.yici.catalogue.search.IndexSegment;
import org.yici.catalogue.text.LocalizedText;

class CataloguePublisherTest {
    private static final Instant AT = Instant.parse("2026-12-24T08:00:00Z");

    @TempDir
    Path temp;

    @Test
    void writesTheSameFilesForTheSameCatalogue() throws Exception {
        CataloguePublisher.publish(DemoContent.SOURCES, temp.resolve("one"), AT);
        CataloguePublisher.publish(DemoContent.SOURCES, temp.resolve("two"), AT);
        assertThat(contents(temp.resolve("one"))).isEqualTo(contents(temp.resolve("two")));
        assertThat(CatalogueFolder.open(temp.resolve("one")).info().publishedAt())
                .isEqualTo(AT);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void changesOneItemAndOneSegmentForAChangedItem() throws Exception {
        Catalogue catalogue = SampleCatalogue.generate(2, 200);
        CataloguePublisher.publish(catalogue, Map.of(), temp.resolve("one"), AT);
        List<Item> items = new ArrayList<>(catalogue.items());
        items.set(7, renamed(items.get(7)));
        Catalogue changed =
                new Catalogue(catalogue.info(), catalogue.classes(), catalogue.departments(), catalogue.sites(), items);
        CataloguePublisher.publish(changed, Map.of(), temp.resolve("two"), AT);
        Map<String, String> one = contents(temp.resolve("one"));
        Map<String, String> two = contents(temp.resolve("two"));
        assertThat(one.keySet()).isEqualTo(two.keySet());
        assertThat(one.entrySet().stream()
                        .filter(file -> !file.getValue().equals(two.get(file.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "manifest.json",
                        CataloguePath.of(items.get(7).id()),
                        CataloguePath.indexOf(items.get(7).id()));
    }

    private static Item renamed(Item item) {
        return new Item(
                item.id(),
                item.kind(),
                item.status(),
                item.version() + 1,
                item.codes(),
                item.type(),
                LocalizedText.of("改名后的事项（示范）"),
                item.aliases(),
                item.pinyin(),
                item.classes(),
                item.department(),
                item.bundle(),
                item.guide(),
                item.offers(),
                item.verification(),
                item.origin());
    }

    @Test
    void publishesNothingThatBreaksARule() throws Exception {
        Path sources = temp.resolve("sources");
        CatalogueWriter.writeSources(DemoContent.catalogue(), sources);
        Path item = sources.resolve("items/legal-aid.json");
        Files.writeString(
                item, Files.readString(item).replace("\"department\": \"justice\"", "\"department\": \"nobody\""));
        Path target = temp.resolve("target");
        assertThatThrownBy(() -> CataloguePublisher.publish(sources, target, AT))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("CAT-021 legal-aid department");
        assertThat(target).doesNotExist();
    }

    @Test
    void carriesAttachments() throws Exception {
        Path sources = temp.resolve("sources");
        CatalogueWriter.writeSources(DemoContent.catalogue(), sources);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G'};
        Attachment attachment = new Attachment(Sha256.of(picture), "png", picture.length);
        Files.createDirectories(sources.resolve("files"));
        Files.write(sources.resolve(CataloguePath.of(attachment)), picture);
        CataloguePublisher.publish(sources, temp.resolve("target"), AT);
        assertThat(CatalogueFolder.open(temp.resolve("target")).attachment(attachment))
                .contains(picture);
        assertThat(CatalogueFolder.open(temp.resolve("target")).attachment(new Attachment("0".repeat(64), "png", 4)))
                .isEmpty();
    }

    @Test
    void checksAndPublishesFromTheCommandLine() throws Exception {
        String target = temp.resolve("target").toString();
        assertThat(run("publish", DemoContent.SOURCES.toString(), target)).isEqualTo("0 23 files, 示范县, DEMO");
        assertThat(run("check", target)).isEqualTo("0");
        assertThat(run("check", DemoContent.SOURCES.toString())).isEqualTo("0");
        Files.delete(Path.of(target, "sites.json"));
        assertThat(run("check", target)).startsWith("1 CAT-003 sites.json: 清单列出了这个文件");
        assertThat(run("publish", DemoContent.SOURCES.toString(), target)).startsWith("1 cannot write");
        assertThat(run("burn")).startsWith("2 ");
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Clock clock = Clock.fixed(AT, ZoneOffset.UTC);
        int exit = new CatalogueCommand(clock, print, Locale.CHINA).run(List.of(arguments));
        return (exit + " " + out.toString(StandardCharsets.UTF_8)).trim();
    }

    @Test
    void indexesUnderAGivenReading() throws Exception {
        Item item = DemoContent.catalogue()
                .item(ItemId.of("driving-licence-renewal"))
                .orElseThrow();
        IndexSegment segment =
                IndexBuilder.build(List.of(item)).values().iterator().next();
        assertThat(segment.terms())
                .filteredOn(term -> term.text().equals("机动车驾驶证期满换证"))
                .singleElement()
                .satisfies(term -> assertThat(String.join(" ", term.readings()))
                        .isEqualTo(item.pinyin().orElseThrow()));
    }
}
