package org.yici.view.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The screens' fixed sentences, whole ones with places for values, in Chinese. */
public final class Messages {
    private final Locale locale = Locale.SIMPLIFIED_CHINESE;
    private final ResourceBundle bundle = ResourceBundle.getBundle("org.yici.view.texts", locale);

    /**
     * The sentence under {@code key} with its values in place.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    public Locale locale() {
        return locale;
    }
}
