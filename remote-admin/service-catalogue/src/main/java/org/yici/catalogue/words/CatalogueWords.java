package org.yici.catalogue.words;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the enumerated words of the catalogue are called, so that kiosk, paper, phone and console call them alike. Elements
 * have the names of the official list. Thread-safe.
 */
public final class CatalogueWords {
    private final ResourceBundle bundle;

    /** For {@code locale}; any other than Chinese is answered in English. */
    public CatalogueWords(Locale locale) {
        Locale language = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle(
                "org.yici.catalogue.words.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The name of a constant of one of the catalogue's enumerations that readers see. */
    public String of(Enum<?> word) {
        return bundle.getString(word.getDeclaringClass().getSimpleName() + "." + word.name());
    }

    /** What stands in place of an element that nobody confirmed. */
    public String unverified() {
        return bundle.getString("unverified");
    }
}
