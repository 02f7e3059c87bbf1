package org.yici.catalogue.fault;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of faults in one language: Chinese or English. Thread-safe. */
public final class FaultMessages {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** For {@code locale}; any other than Chinese is answered in English. */
    public FaultMessages(Locale locale) {
        this.locale = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle(
                "org.yici.catalogue.fault.messages",
                this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** One sentence, without the rule's id and the place. */
    public String sentence(Fault fault) {
        return new MessageFormat(bundle.getString(fault.rule().id()), locale)
                .format(fault.arguments().toArray());
    }

    /** The line for a list: id of the rule, item, place, sentence. */
    public String line(Fault fault) {
        String item = fault.item().map(id -> id + " ").orElse("");
        return fault.rule().id() + " " + item + fault.path() + ": " + sentence(fault);
    }
}
