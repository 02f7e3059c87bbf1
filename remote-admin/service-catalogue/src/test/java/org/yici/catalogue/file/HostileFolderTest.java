package org.yici.catalogue.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.publication.CataloguePublisher;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.search.SearchIndex;

/** A folder that somebody damaged, or made to harm whoever reads it. */
class HostileFolderTest {
    private static final ItemId ITEM = ItemId.of("legal-aid");
    private static final String ITEM_PATH = "items/legal-aid.json";

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void publish() throws Exception {
        folder = temp.resolve("catalogue");
        CataloguePublisher.publish(
                DemoContent.SOURCES, folder, DemoContent.catalogue().info().publishedAt());
    }

    private interface Reading {
        void run() throws CatalogueException;
    }

    private static List<Rule> refusal(Reading reading) {
        try {
            reading.run();
            return List.of();
        } catch (CatalogueException e) {
            return e.faults().stream().map(Fault::rule).distinct().toList();
        }
    }

    private List<Rule> refusalOfItem() {
        return refusal(() -> CatalogueFolder.open(folder).item(ITEM));
    }

    private List<Rule> refusalOfFolder() {
        return refusal(() -> CatalogueFolder.open(folder));
    }

    private void editManifest(String what, String with) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        String text = Files.readString(manifest);
        assertThat(text).contains(what);
        Files.writeString(manifest, text.replace(what, with));
    }

    @Test
    void readsAReadOnlyFolderThroughALinkToIt() throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path path : files.toList()) {
                String rights = Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            }
        }
        Path current = Files.createSymbolicLink(temp.resolve("current"), folder);
        CatalogueFolder opened = CatalogueFolder.open(current);
        assertThat(opened.itemIds()).hasSize(12).isSorted();
        assertThat(opened.item(ITEM)).get().extracting(Item::id).isEqualTo(ITEM);
        assertThat(opened.item(ItemId.of("nothing"))).isEmpty();
        assertThat(opened.readAll())
                .usingRecursiveComparison()
                .ignoringFields("info")
                .isEqualTo(DemoContent.catalogue());
        assertThat(SearchIndex.read(opened).search("法律", 5).total()).isEqualTo(1);
        for (Path path : List.of(folder, folder.resolve("items"), folder.resolve("index"))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void refusesAFolderWithoutAManifest() throws Exception {
        assertThat(refusal(() -> CatalogueFolder.open(temp.resolve("nowhere")))).containsExactly(Rule.MANIFEST);
        Files.delete(folder.resolve("manifest.json"));
        assertThat(refusalOfFolder()).containsExactly(Rule.MANIFEST);
    }

    @Test
    void refusesAManifestThatIsTruncatedAnywhere() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("manifest.json"));
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(folder.resolve("manifest.json"), Arrays.copyOf(whole, length));
            assertThat(refusalOfFolder()).as("%d bytes", length).containsExactly(Rule.STRUCTURE);
        }
    }

    @Test
    void refusesAnItemThatWasChangedTruncatedOrLengthened() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve(ITEM_PATH));
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(folder.resolve(ITEM_PATH), changed);
        assertThat(refusalOfItem()).containsExactly(Rule.FILE_HASH);
        Files.write(folder.resolve(ITEM_PATH), Arrays.copyOf(whole, whole.length - 1));
        assertThat(refusalOfItem()).containsExactly(Rule.FILE_SIZE);
        Files.write(folder.resolve(ITEM_PATH), Arrays.copyOf(whole, whole.length + 1));
        assertThat(refusalOfItem()).containsExactly(Rule.FILE_SIZE);
        Files.delete(folder.resolve(ITEM_PATH));
        assertThat(refusalOfItem()).containsExactly(Rule.FILE_MISSING);
    }

    @Test
    void readsNoMoreThanTheBoundOfAHugeFile() throws Exception {
        try (var huge = Files.newByteChannel(folder.resolve(ITEM_PATH), StandardOpenOption.WRITE)) {
            // Sparse: two terabytes that take no room.
            huge.position(1L << 41);
            huge.write(ByteBuffer.wrap(new byte[] {'}'}));
        }
        assertThat(refusalOfItem()).containsExactly(Rule.TOO_LARGE);
    }

    @Test
    void refusesPathsThatLeaveTheFolder() throws Exception {
        Files.writeString(temp.resolve("secret.json"), "{}");
        for (String path : List.of(
                "../secret.json",
                "items/../../secret.json",
                "/etc/passwd",
                "items\\\\legal-aid.json",
                "items/LEGAL.json",
                "items/.hidden.json",
                "items/a/b.json",
                "items/legal-aid.json\\u0000",
                "ITEMS/legal-aid.json",
                "manifest.json",
                "")) {
            String whole = Files.readString(folder.resolve("manifest.json"));
            editManifest(ITEM_PATH, path);
            assertThat(refusalOfFolder()).as(path).containsAnyOf(Rule.PATH, Rule.STRUCTURE);
            Files.writeString(folder.resolve("manifest.json"), whole);
        }
    }

    @Test
    void followsNoLink() throws Exception {
        Path real = temp.resolve("real.json");
        Files.move(folder.resolve(ITEM_PATH), real);
        Files.createSymbolicLink(folder.resolve(ITEM_PATH), real);
        assertThat(refusalOfItem()).containsExactly(Rule.PLAIN_FILE);
        Files.delete(folder.resolve(ITEM_PATH));
        Files.createDirectory(folder.resolve(ITEM_PATH));
        assertThat(refusalOfItem()).containsExactly(Rule.PLAIN_FILE);
        Files.move(folder.resolve("items"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("items"), temp.resolve("elsewhere"));
        assertThat(refusal(() -> CatalogueFolder.open(folder).item(ItemId.of("living-allowance"))))
                .containsExactly(Rule.PLAIN_FILE);
    }

    @Test
    void refusesEntriesThatStandThereTwiceOrAreTooLarge() throws Exception {
        editManifest("items/living-allowance.json", ITEM_PATH);
        assertThat(refusalOfFolder()).containsExactly(Rule.DUPLICATE);
    }

    @Test
    void refusesAnItemUnderAnothersName() throws Exception {
        byte[] other = Files.readAllBytes(folder.resolve("items/living-allowance.json"));
        byte[] own = Files.readAllBytes(folder.resolve(ITEM_PATH));
        Files.write(folder.resolve(ITEM_PATH), other);
        FileEntry before = FileEntry.of(ITEM_PATH, own);
        FileEntry after = FileEntry.of(ITEM_PATH, other);
        editManifest(
                "\"size\":" + before.size() + ",\"sha256\":\"" + before.sha256() + "\"",
                "\"size\":" + after.size() + ",\"sha256\":\"" + after.sha256() + "\"");
        assertThat(refusalOfItem()).containsExactly(Rule.FILE_NAME);
    }

    /** Whatever the bytes are, the answer is an item or a refusal: nothing else is thrown. */
    @Test
    void answersDamagedBytesWithARefusal() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve(ITEM_PATH));
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1000; round++) {
            byte[] damaged = whole.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> tryToRead(damaged)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static Optional<Item> tryToRead(byte[] bytes) {
        try {
            return Optional.of(CatalogueCodec.decode(bytes, Item.class, ITEM_PATH));
        } catch (CatalogueException e) {
            assertThat(e.faults()).isNotEmpty();
            return Optional.empty();
        }
    }

    @Test
    void writesIntoNoFolderThatHoldsSomething() {
        assertThatCode(() -> CataloguePublisher.publish(
                        DemoContent.SOURCES,
                        folder,
                        DemoContent.catalogue().info().publishedAt()))
                .isInstanceOf(IOException.class);
    }
}
