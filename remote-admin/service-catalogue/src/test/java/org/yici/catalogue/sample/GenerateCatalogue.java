package org.yici.catalogue.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.file.Manifest;
import org.yici.catalogue.publication.CataloguePublisher;

/** Writes an invented catalogue: {@code GenerateCatalogue FOLDER [ITEMS [SEED]]}; 5,000 items of seed 1 unless told otherwise. */
public final class GenerateCatalogue {
    private GenerateCatalogue() {}

    public static void main(String[] arguments) throws IOException, CatalogueException {
        int items = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Catalogue catalogue = SampleCatalogue.generate(seed, items);
        Manifest manifest = CataloguePublisher.publish(
                catalogue, Map.of(), Path.of(arguments[0]), catalogue.info().publishedAt());
        System.out.println(manifest.files().size() + " files, "
                + manifest.files().stream().mapToLong(file -> file.size()).sum() + " bytes");
    }
}
