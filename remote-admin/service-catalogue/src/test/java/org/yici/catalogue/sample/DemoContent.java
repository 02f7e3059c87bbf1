package org.yici.catalogue.sample;

import java.nio.file.Path;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.file.FolderLoader;

/** The demo's own content, {@code deploy/demo-content/catalogue}, for tests of this and other modules. */
public final class DemoContent {
    /** Where the sources lie. */
    public static final Path SOURCES =
            Path.of(System.getProperty("yici.root", "../.."), "deploy", "demo-content", "catalogue");

    private DemoContent() {}

    public static Catalogue catalogue() throws CatalogueException {
        return FolderLoader.sources(SOURCES).catalogue().orElseThrow();
    }
}
