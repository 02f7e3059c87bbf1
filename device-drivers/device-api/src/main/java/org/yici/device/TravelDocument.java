package org.yici.device;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the chip of a travel document says of its holder: the machine-readable zone (DG1), its check digits verified, and the additional
 * details (DG11). Everything in it is personal: it travels as {@code Personal<TravelDocument>}.
 *
 * @param type document code, {@code P} for a passport; one or two characters
 * @param issuer issuing state or organisation, ICAO 9303-3 section 5: up to three letters
 * @param number 1 to 9 of {@code 0-9 A-Z}
 * @param surname primary identifier in Latin letters; may be empty if there are given names
 * @param givenNames secondary identifier in Latin letters; may be empty
 * @param nationality up to three letters
 * @param sex code of GB/T 2261.1: 1 male, 2 female, 9 unspecified
 * @param fullName name in the letters of the country (DG11); empty if the document does not tell it
 * @param personalNumber number of the holder (DG11); empty if the document does not tell it
 */
public record TravelDocument(
        String type,
        String issuer,
        String number,
        String surname,
        String givenNames,
        String nationality,
        LocalDate birth,
        int sex,
        LocalDate expires,
        Optional<String> fullName,
        Optional<String> personalNumber) {
    /** Nothing of the content. */
    @Override
    public String toString() {
        return "TravelDocument";
    }
}
