package org.yici.catalogue.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.CatalogueInfo;
import org.yici.catalogue.check.CatalogueCheck;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.file.CatalogueCodec;
import org.yici.catalogue.file.CataloguePath;
import org.yici.catalogue.file.CatalogueWriter;
import org.yici.catalogue.file.FolderLoader;
import org.yici.catalogue.file.LoadedCatalogue;
import org.yici.catalogue.file.Manifest;
import org.yici.catalogue.item.TrustLevel;

/** Checks a catalogue, makes its search index and writes its folder. What breaks a rule is not published. */
public final class CataloguePublisher {
    private CataloguePublisher() {}

    /**
     * Publishes a folder of sources.
     *
     * @param target is made; if it is there, it is empty
     * @param at when; it becomes the catalogue's date
     */
    public static Manifest publish(Path sources, Path target, Instant at) throws CatalogueException, IOException {
        LoadedCatalogue loaded = FolderLoader.sources(sources);
        List<Fault> faults = new ArrayList<>(loaded.faults());
        if (loaded.catalogue().isEmpty() || !faults.isEmpty()) {
            loaded.catalogue().ifPresent(read -> faults.addAll(CatalogueCheck.check(read, loaded::has, at)));
            throw new CatalogueException(faults);
        }
        return publish(loaded.catalogue().get(), loaded.attachments(), target, at);
    }

    /**
     * Publishes a catalogue.
     *
     * @param attachments the content of its attachments, by {@link CataloguePath#of(org.yici.catalogue.guide.Attachment)}
     */
    public static Manifest publish(Catalogue catalogue, Map<String, byte[]> attachments, Path target, Instant at)
            throws CatalogueException, IOException {
        Catalogue dated = dated(catalogue, at);
        List<Fault> faults =
                CatalogueCheck.check(dated, attachment -> attachments.containsKey(CataloguePath.of(attachment)), at);
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        Map<String, byte[]> more = new TreeMap<>(attachments);
        IndexBuilder.build(dated.items()).forEach((path, segment) -> more.put(path, CatalogueCodec.encode(segment)));
        return CatalogueWriter.write(dated, more, target);
    }

    /** With its date, and no more trust than its items deserve. */
    private static Catalogue dated(Catalogue catalogue, Instant at) {
        CatalogueInfo info = catalogue.info();
        TrustLevel least = catalogue.items().stream()
                .map(item -> item.verification().level())
                .min(Comparator.naturalOrder())
                .orElse(info.trust());
        return new Catalogue(
                new CatalogueInfo(info.region(), info.county(), least, at),
                catalogue.classes(),
                catalogue.departments(),
                catalogue.sites(),
                catalogue.items());
    }
}
