package org.yici.base;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a citizen reads of an {@link ErrorCode}, in one language. Immutable. */
public final class ErrorTexts {
    /** The base name of the message files. */
    public static final String BUNDLE = "org.yici.base.errors";

    private final ResourceBundle bundle;

    private ErrorTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @throws java.util.MissingResourceException for a language that there is none for */
    public static ErrorTexts in(Locale locale) {
        return new ErrorTexts(ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** What happened. */
    public String title(ErrorCode code) {
        return bundle.getString("error." + code.code() + ".title");
    }

    /** What the citizen can do now. */
    public String remedy(ErrorCode code) {
        return bundle.getString("error." + code.code() + ".remedy");
    }
}
