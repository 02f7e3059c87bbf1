package org.yici.catalogue.file;

import java.util.List;
import org.yici.catalogue.CatalogueInfo;
import org.yici.catalogue.text.Limits;

/** What a catalogue's folder consists of, ordered by path: all its files but the manifest itself. */
public record Manifest(CatalogueInfo info, List<FileEntry> files) {
    public Manifest {
        files = Limits.list(files, Bounds.FILES, "files");
    }
}
