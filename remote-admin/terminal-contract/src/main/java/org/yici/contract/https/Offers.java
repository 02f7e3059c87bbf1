package org.yici.contract.https;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;

/** What this person can have here and now. */
public record Offers(List<Offer> offers) {
    public Offers {
        offers = List.copyOf(offers);
    }

    /**
     * One kind of certificate.
     *
     * @param kind the kind's name, for example {@code social-insurance-record}
     * @param title its official Chinese title
     * @param issuer who issues it
     * @param available whether a copy can be issued now
     * @param sentence if not available: why, and what to do, for the citizen; otherwise what it is good for
     * @param translations the same in other languages, by ISO 639 code, for example {@code en}; may be empty
     */
    public record Offer(
            String kind,
            String title,
            String issuer,
            boolean available,
            String sentence,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Wording> translations) {
        public Offer {
            translations = Map.copyOf(translations);
        }

        /** In Chinese alone. */
        public Offer(String kind, String title, String issuer, boolean available, String sentence) {
            this(kind, title, issuer, available, sentence, Map.of());
        }
    }

    /** Title, issuer and sentence of an offer in one language; an empty one is shown in Chinese. */
    public record Wording(String title, String issuer, String sentence) {}
}
