package org.yici.catalogue.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yici.catalogue.Catalogue;

/**
 * Writes a catalogue into a new folder, the manifest last: a folder without a manifest is one whose writing did not end.
 * Files are not forced to the disk; who moves a release into place does that.
 */
public final class CatalogueWriter {
    private CatalogueWriter() {}

    /**
     * Writes a published folder.
     *
     * @param more further files by path: segments of the index, attachments
     * @param folder is made; if it is there, it is empty
     */
    public static Manifest write(Catalogue catalogue, Map<String, byte[]> more, Path folder) throws IOException {
        SortedMap<String, byte[]> files = files(catalogue, CatalogueCodec::encode);
        files.putAll(more);
        prepare(folder);
        List<FileEntry> entries = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            put(folder, file.getKey(), file.getValue());
            entries.add(FileEntry.of(file.getKey(), file.getValue()));
        }
        Manifest manifest = new Manifest(catalogue.info(), entries);
        Files.write(folder.resolve(CataloguePath.MANIFEST), CatalogueCodec.encode(manifest));
        return manifest;
    }

    /** Writes a folder of sources, as people edit them. */
    public static void writeSources(Catalogue catalogue, Path folder) throws IOException {
        prepare(folder);
        for (Map.Entry<String, byte[]> file :
                files(catalogue, CatalogueCodec::encodeSource).entrySet()) {
            put(folder, file.getKey(), file.getValue());
        }
        put(folder, FolderLoader.SOURCE_INFO, CatalogueCodec.encodeSource(new Tables.Info(catalogue.info())));
    }

    private static SortedMap<String, byte[]> files(Catalogue catalogue, Function<Record, byte[]> encoder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(CataloguePath.CLASSES, encoder.apply(new Tables.Classes(catalogue.classes())));
        files.put(CataloguePath.DEPARTMENTS, encoder.apply(new Tables.Departments(catalogue.departments())));
        files.put(CataloguePath.SITES, encoder.apply(new Tables.Sites(catalogue.sites())));
        catalogue.items().forEach(item -> files.put(CataloguePath.of(item.id()), encoder.apply(item)));
        return files;
    }

    private static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new IOException("the folder is not empty: " + folder);
            }
        }
    }

    private static void put(Path folder, String path, byte[] content) throws IOException {
        if (!CataloguePath.isAllowed(path) && !path.equals(FolderLoader.SOURCE_INFO)) {
            throw new IllegalArgumentException("not a path of a catalogue: " + path);
        }
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
