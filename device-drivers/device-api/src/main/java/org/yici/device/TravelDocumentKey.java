package org.yici.device;

import java.time.LocalDate;

/**
 * What opens a travel document: the three fields of its machine-readable zone that its holder shows (ICAO 9303-11, 4.3). Personal: it
 * travels as {@code Personal<TravelDocumentKey>}.
 *
 * @param number document number as printed, 1 to 9 of {@code 0-9 A-Z}
 */
public record TravelDocumentKey(String number, LocalDate birth, LocalDate expires) {
    public TravelDocumentKey {
        if (!number.matches("[0-9A-Z]{1,9}")) {
            throw new IllegalArgumentException("a document number is 1 to 9 of 0-9 and A-Z");
        }
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "TravelDocumentKey";
    }
}
