package org.yici.catalogue.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.CatalogueInfo;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.situation.Situation;
import tools.jackson.databind.JsonNode;

/**
 * Reads a whole folder and goes on after a fault, so that all of them are told together. A published folder has a manifest;
 * a folder of sources, which people edit, has {@code catalogue.json} in its place and neither sizes nor hashes.
 */
public final class FolderLoader {
    /** What a folder of sources says of itself. */
    public static final String SOURCE_INFO = "catalogue.json";

    private final PlainFiles files;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, FileEntry> entries = new HashMap<>();
    private final boolean published;

    private FolderLoader(Path folder, boolean published) throws CatalogueException {
        this.files = new PlainFiles(folder);
        this.published = published;
    }

    /** A published folder; refuses one without a manifest that can be read. */
    public static LoadedCatalogue published(Path folder) throws CatalogueException {
        FolderLoader loader = new FolderLoader(folder, true);
        Manifest manifest = CatalogueFolder.manifest(loader.files);
        loader.faults.addAll(CatalogueFolder.manifestFaults(manifest));
        manifest.files().forEach(entry -> loader.entries.put(entry.path(), entry));
        return loader.load(manifest.info());
    }

    /** A folder of sources; refuses one whose {@code catalogue.json} cannot be read. */
    public static LoadedCatalogue sources(Path folder) throws CatalogueException {
        FolderLoader loader = new FolderLoader(folder, false);
        CatalogueInfo info = CatalogueCodec.decode(
                        loader.files.read(SOURCE_INFO, Bounds.TABLE), Tables.Info.class, SOURCE_INFO)
                .info();
        return loader.load(info);
    }

    private LoadedCatalogue load(CatalogueInfo info) throws CatalogueException {
        Map<String, byte[]> content = contents();
        Optional<Tables.Classes> classes = table(content, CataloguePath.CLASSES, Tables.Classes.class);
        Optional<Tables.Departments> departments = table(content, CataloguePath.DEPARTMENTS, Tables.Departments.class);
        Optional<Tables.Sites> sites = table(content, CataloguePath.SITES, Tables.Sites.class);
        List<Item> items = items(content);
        Map<String, byte[]> attachments = new HashMap<>(content);
        attachments.keySet().removeIf(path -> !path.startsWith(CataloguePath.FILES));
        if (classes.isEmpty() || departments.isEmpty() || sites.isEmpty()) {
            return new LoadedCatalogue(Optional.empty(), attachments, faults);
        }
        return new LoadedCatalogue(
                whole(info, classes.get(), departments.get(), sites.get(), items), attachments, faults);
    }

    private Optional<Catalogue> whole(
            CatalogueInfo info,
            Tables.Classes classes,
            Tables.Departments departments,
            Tables.Sites sites,
            List<Item> items) {
        try {
            return Optional.of(new Catalogue(info, classes.classes(), departments.departments(), sites.sites(), items));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.ofFile(Rule.DUPLICATE, CataloguePath.MANIFEST, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Every file that may be there and can be read, after it was compared with the manifest. */
    private Map<String, byte[]> contents() throws CatalogueException {
        Map<String, byte[]> contents = new HashMap<>();
        SortedSet<String> there = new TreeSet<>();
        for (String folder : List.of("", CataloguePath.ITEMS, CataloguePath.INDEX, CataloguePath.FILES)) {
            try {
                there.addAll(files.names(folder));
            } catch (CatalogueException e) {
                faults.addAll(e.faults());
            }
        }
        there.removeAll(List.of("items", "index", "files", published ? CataloguePath.MANIFEST : SOURCE_INFO));
        for (String path : there) {
            if (!CataloguePath.isAllowed(path)) {
                faults.add(Fault.ofFile(Rule.PATH, path));
            } else if (published && !entries.containsKey(path)) {
                faults.add(Fault.ofFile(Rule.FILE_UNLISTED, path));
            } else {
                content(path).ifPresent(content -> contents.put(path, content));
            }
        }
        for (String path : new TreeSet<>(entries.keySet())) {
            if (CataloguePath.isAllowed(path) && !there.contains(path)) {
                faults.add(Fault.ofFile(Rule.FILE_MISSING, path));
            }
        }
        return contents;
    }

    private Optional<byte[]> content(String path) {
        try {
            byte[] content = files.read(path, CataloguePath.largest(path));
            FileEntry entry = entries.get(path);
            List<Fault> differences = entry == null ? List.of() : CatalogueFolder.compare(entry, content);
            faults.addAll(differences);
            return Optional.of(content);
        } catch (CatalogueException e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    private <T extends Record> Optional<T> table(Map<String, byte[]> content, String path, Class<T> type) {
        byte[] bytes = content.get(path);
        if (bytes == null) {
            if (!published) {
                faults.add(Fault.ofFile(Rule.FILE_MISSING, path));
            }
            return Optional.empty();
        }
        return decoded(bytes, path, type);
    }

    private List<Item> items(Map<String, byte[]> content) {
        List<Item> items = new ArrayList<>();
        new TreeMap<>(content).forEach((path, bytes) -> {
            if (path.startsWith(CataloguePath.ITEMS)) {
                decoded(bytes, path, Item.class).ifPresent(item -> addItem(item, path, items));
            }
        });
        return items;
    }

    private void addItem(Item item, String path, List<Item> items) {
        if (item.id().equals(CatalogueFolder.idOf(path))) {
            items.add(item);
        } else {
            faults.add(Fault.ofFile(Rule.FILE_NAME, path, item.id().toString()));
        }
    }

    private <T extends Record> Optional<T> decoded(byte[] bytes, String path, Class<T> type) {
        try {
            JsonNode tree = CatalogueCodec.tree(bytes, path);
            JsonNode questions = tree.at("/guide/situation/questions");
            if (questions.size() > Situation.MOST_QUESTIONS) {
                faults.add(Fault.ofFile(
                        Rule.QUESTIONS,
                        path,
                        String.valueOf(questions.size()),
                        String.valueOf(Situation.MOST_QUESTIONS)));
                return Optional.empty();
            }
            T record = CatalogueCodec.decode(bytes, type, path);
            CatalogueCodec.unknownFields(tree, record)
                    .forEach(field -> faults.add(Fault.ofFile(Rule.UNKNOWN_FIELD, path, field)));
            return Optional.of(record);
        } catch (CatalogueException e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }
}
