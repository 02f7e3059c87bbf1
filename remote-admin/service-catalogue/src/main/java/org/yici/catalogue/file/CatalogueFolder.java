package org.yici.catalogue.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.CatalogueInfo;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.guide.Attachment;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.place.Department;
import org.yici.catalogue.place.DepartmentId;
import org.yici.catalogue.place.ServiceClass;
import org.yici.catalogue.place.Site;
import org.yici.catalogue.place.SiteId;

/**
 * A published catalogue, opened for reading; the folder may be read-only. Opening reads the manifest, classes, departments and
 * sites; an item is read, and its size and hash are compared, when it is asked for. Nothing is kept of it. Thread-safe. A file
 * system that fails is an {@link java.io.UncheckedIOException}.
 */
public final class CatalogueFolder {
    private final PlainFiles files;
    private final Manifest manifest;
    private final Map<String, FileEntry> entries;
    private final List<ServiceClass> classes;
    private final List<Department> departments;
    private final List<Site> sites;

    private CatalogueFolder(PlainFiles files, Manifest manifest) throws CatalogueException {
        this.files = files;
        this.manifest = manifest;
        this.entries = new LinkedHashMap<>();
        manifest.files().forEach(entry -> entries.put(entry.path(), entry));
        this.classes = table(CataloguePath.CLASSES, Tables.Classes.class).classes();
        this.departments =
                table(CataloguePath.DEPARTMENTS, Tables.Departments.class).departments();
        this.sites = table(CataloguePath.SITES, Tables.Sites.class).sites();
    }

    public static CatalogueFolder open(Path folder) throws CatalogueException {
        PlainFiles files = new PlainFiles(folder);
        Manifest manifest = manifest(files);
        List<Fault> faults = manifestFaults(manifest);
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return new CatalogueFolder(files, manifest);
    }

    public CatalogueInfo info() {
        return manifest.info();
    }

    public Manifest manifest() {
        return manifest;
    }

    public List<ServiceClass> classes() {
        return classes;
    }

    public List<Department> departments() {
        return departments;
    }

    public List<Site> sites() {
        return sites;
    }

    public Optional<Department> department(DepartmentId id) {
        return departments.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Site> site(SiteId id) {
        return sites.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The ids of all items, ordered. */
    public List<ItemId> itemIds() {
        return entries.keySet().stream()
                .filter(path -> path.startsWith(CataloguePath.ITEMS))
                .map(CatalogueFolder::idOf)
                .sorted()
                .toList();
    }

    /** Reads an item; empty when the catalogue has none of that id. */
    public Optional<Item> item(ItemId id) throws CatalogueException {
        String path = CataloguePath.of(id);
        if (!entries.containsKey(path)) {
            return Optional.empty();
        }
        Item item = CatalogueCodec.decode(content(path), Item.class, path);
        if (!item.id().equals(id)) {
            throw new CatalogueException(
                    Fault.ofFile(Rule.FILE_NAME, path, item.id().toString()));
        }
        return Optional.of(item);
    }

    /** The content of an attachment; empty when the catalogue does not have it. */
    public Optional<byte[]> attachment(Attachment attachment) throws CatalogueException {
        String path = CataloguePath.of(attachment);
        return entries.containsKey(path) ? Optional.of(content(path)) : Optional.empty();
    }

    /** The content of a listed file, after its size and hash were compared. */
    public byte[] content(String path) throws CatalogueException {
        FileEntry entry = entries.get(path);
        if (entry == null) {
            throw new CatalogueException(Fault.ofFile(Rule.FILE_UNLISTED, path));
        }
        byte[] content = files.read(path, CataloguePath.largest(path));
        List<Fault> faults = compare(entry, content);
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return content;
    }

    /** Everything in memory. All faults of files are told together. */
    public Catalogue readAll() throws CatalogueException {
        List<Fault> faults = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (ItemId id : itemIds()) {
            try {
                item(id).ifPresent(items::add);
            } catch (CatalogueException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return new Catalogue(info(), classes, departments, sites, items);
    }

    static Manifest manifest(PlainFiles files) throws CatalogueException {
        if (!files.exists(CataloguePath.MANIFEST)) {
            throw new CatalogueException(Fault.ofFile(Rule.MANIFEST, CataloguePath.MANIFEST, "no such file"));
        }
        return CatalogueCodec.decode(
                files.read(CataloguePath.MANIFEST, Bounds.MANIFEST), Manifest.class, CataloguePath.MANIFEST);
    }

    /** What the manifest alone shows to be wrong. */
    static List<Fault> manifestFaults(Manifest manifest) {
        List<Fault> faults = new ArrayList<>();
        Map<String, FileEntry> seen = new LinkedHashMap<>();
        long all = 0;
        for (FileEntry entry : manifest.files()) {
            if (!CataloguePath.isAllowed(entry.path())) {
                faults.add(Fault.ofFile(Rule.PATH, entry.path()));
                continue;
            }
            if (seen.put(entry.path(), entry) != null) {
                faults.add(Fault.ofFile(Rule.DUPLICATE, entry.path(), entry.path()));
            }
            int most = CataloguePath.largest(entry.path());
            if (entry.size() > most) {
                faults.add(
                        Fault.ofFile(Rule.TOO_LARGE, entry.path(), String.valueOf(entry.size()), String.valueOf(most)));
            }
            all += entry.size();
        }
        if (all > Bounds.ALL) {
            faults.add(Fault.ofFile(
                    Rule.TOO_LARGE, CataloguePath.MANIFEST, String.valueOf(all), String.valueOf(Bounds.ALL)));
        }
        for (String path : List.of(CataloguePath.CLASSES, CataloguePath.DEPARTMENTS, CataloguePath.SITES)) {
            if (!seen.containsKey(path)) {
                faults.add(Fault.ofFile(Rule.FILE_MISSING, path));
            }
        }
        return faults;
    }

    static List<Fault> compare(FileEntry entry, byte[] content) {
        if (content.length != entry.size()) {
            return List.of(Fault.ofFile(
                    Rule.FILE_SIZE, entry.path(), String.valueOf(content.length), String.valueOf(entry.size())));
        }
        return Sha256.of(content).equals(entry.sha256())
                ? List.of()
                : List.of(Fault.ofFile(Rule.FILE_HASH, entry.path(), entry.sha256()));
    }

    static ItemId idOf(String path) {
        return ItemId.of(path.substring(CataloguePath.ITEMS.length(), path.length() - CataloguePath.JSON.length()));
    }

    private <T extends Record> T table(String path, Class<T> type) throws CatalogueException {
        return CatalogueCodec.decode(content(path), type, path);
    }
}
