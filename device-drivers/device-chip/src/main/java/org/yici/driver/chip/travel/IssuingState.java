package org.yici.driver.chip.travel;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which countries' certificates may sign the documents of an issuing state: documents name it in up to three letters (ICAO 9303-3, section
 * 5), certificates in two.
 */
record IssuingState(Set<String> countries) {
    /** What is not in ISO 3166-1, or is signed under another name. */
    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry("D", Set.of("DE")),
            Map.entry("GBD", Set.of("GB")),
            Map.entry("GBN", Set.of("GB")),
            Map.entry("GBO", Set.of("GB")),
            Map.entry("GBP", Set.of("GB")),
            Map.entry("GBS", Set.of("GB")),
            Map.entry("HKG", Set.of("HK", "CN")),
            Map.entry("MAC", Set.of("MO", "CN")),
            Map.entry("RKS", Set.of("KS", "XK")),
            Map.entry("UNO", Set.of("UN")),
            Map.entry("UNA", Set.of("UN")),
            Map.entry("EUE", Set.of("EU")),
            Map.entry("UTO", Set.of("UT")));

    IssuingState {
        countries = Set.copyOf(countries);
    }

    /** For a state that nobody has heard of, no certificate will do. */
    static IssuingState of(String letters) {
        Set<String> own = OWN.get(letters);
        if (own != null) {
            return new IssuingState(own);
        }
        for (String country : Locale.getISOCountries()) {
            if (new Locale("", country).getISO3Country().equals(letters)) {
                return new IssuingState(Set.of(country));
            }
        }
        return new IssuingState(Set.of());
    }

    boolean isSignedBy(String country) {
        return countries.contains(country);
    }
}
