package org.yici.catalogue.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.file.FolderLoader;
import org.yici.catalogue.file.LoadedCatalogue;
import org.yici.catalogue.guide.Attachment;
import org.yici.catalogue.item.Item;

/** Tells all that is wrong with a catalogue, ordered by item, rule and place. */
public final class CatalogueCheck {
    private static final Comparator<Fault> ORDER = Comparator.comparing(
                    (Fault fault) -> fault.item().map(Object::toString).orElse(""))
            .thenComparing(Fault::rule)
            .thenComparing(Fault::path);

    private CatalogueCheck() {}

    /**
     * The faults of the content.
     *
     * @param attachments which attachments are there
     * @param at when the catalogue is, or is to be, published
     */
    public static List<Fault> check(Catalogue catalogue, Predicate<Attachment> attachments, Instant at) {
        List<Fault> faults = new ArrayList<>();
        ReferenceCheck references = new ReferenceCheck(catalogue, attachments);
        TrustCheck trust = new TrustCheck(catalogue, at);
        references.checkTables(faults);
        trust.checkCatalogue(faults);
        for (Item item : catalogue.items()) {
            references.check(item, faults);
            trust.check(item, faults);
            TextCheck.check(item, faults);
            CitationCheck.check(item, faults);
            SituationCheck.check(item, faults);
        }
        faults.sort(ORDER);
        return faults;
    }

    /** The faults of a published folder: of its files and of its content. */
    public static List<Fault> checkPublished(Path folder) {
        try {
            return check(FolderLoader.published(folder));
        } catch (CatalogueException e) {
            return e.faults();
        }
    }

    /** The faults of a folder of sources: of its files and of its content. */
    public static List<Fault> checkSources(Path folder) {
        try {
            return check(FolderLoader.sources(folder));
        } catch (CatalogueException e) {
            return e.faults();
        }
    }

    private static List<Fault> check(LoadedCatalogue loaded) {
        List<Fault> faults = new ArrayList<>(loaded.faults());
        loaded.catalogue()
                .ifPresent(catalogue -> faults.addAll(
                        check(catalogue, loaded::has, catalogue.info().publishedAt())));
        faults.sort(ORDER);
        return faults;
    }
}
