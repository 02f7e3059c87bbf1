package org.yici.view.kit;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.yici.base.ErrorTexts;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Message;

/** The sentences of the screens in one language: whole ones with places for values. Immutable. */
public final class Messages {
    private static final String CORE = "org.yici.kiosk.messages";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final List<ResourceBundle> bundles;

    private Messages(Language language, List<ResourceBundle> bundles) {
        this.language = language;
        this.bundles = bundles;
    }

    /**
     * Those of the core, of errors, and of {@code services}.
     *
     * @param services base names of the services' message files
     * @throws MissingResourceException if one of them is not there in this language
     */
    public static Messages of(Language language, List<String> services) {
        List<String> all = new java.util.ArrayList<>(List.of(CORE, ErrorTexts.BUNDLE));
        all.addAll(services);
        return new Messages(
                language,
                all.stream()
                        .distinct()
                        .map(name -> ResourceBundle.getBundle(name, language.locale(), NO_OTHER_LANGUAGE))
                        .toList());
    }

    public String text(Message message) {
        return text(message.key(), message.arguments().stream().map(this::value).toArray());
    }

    /** {@code text} in this language, or in Chinese where it is not there. */
    public String text(LocalText text) {
        return text.in(language);
    }

    private Object value(Object argument) {
        return argument instanceof LocalText text ? text(text) : argument;
    }

    /**
     * The sentence under {@code key} with its values in place.
     *
     * @throws MissingResourceException if there is none
     */
    public String text(String key, Object... values) {
        String pattern = pattern(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
    }

    private String pattern(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException("no sentence for " + key, Messages.class.getName(), key);
    }

    public Locale locale() {
        return language.locale();
    }
}
