package org.yici.kiosk.ui;

import java.util.List;
import java.util.Locale;

/** A language in which a visit can be held: there are message files of the core and of every service in each. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    ENGLISH(Locale.ENGLISH);

    private static final List<Language> ALL = List.of(values());

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Of the message files, dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** Its name in messages of the server: an ISO 639 code. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The language that the language key offers while this one is shown; after the last one the first. */
    public Language next() {
        return ALL.get((ordinal() + 1) % ALL.size());
    }
}
