package org.yici.bench.people;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * What a person lays on the reader, as far as it is not said of the person. Dates are YYYYMMDD, {@code validTo} may be 长期; every field
 * is as long as the card's at most.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Document.Citizen.class, name = "citizen"),
    @JsonSubTypes.Type(value = Document.ResidencePermit.class, name = "residence-permit"),
    @JsonSubTypes.Type(value = Document.Foreigner2017.class, name = "foreigner-2017"),
    @JsonSubTypes.Type(value = Document.Foreigner2023.class, name = "foreigner-2023")
})
public sealed interface Document {
    String validFrom();

    String validTo();

    /** A card that tells the name in Latin letters and of which country its holder is a national. */
    sealed interface OfForeigner extends Document {
        /** {@code SURNAME, GIVEN NAMES}. */
        String latinName();

        /** Three letters. */
        String nationality();
    }

    /** What is wrong with the card, if anything. */
    enum Flaw {
        /** The last character of the number is another. */
        CHECK_DIGIT,
        /** The date of birth is not that of the number. */
        BIRTH,
        /** The name holds half a character of two units. */
        HALF_CHARACTER,
        /** A layout that nobody has heard of. */
        LAYOUT
    }

    /**
     * A resident identity card.
     *
     * @param nation GB/T 3304, two digits
     * @param address at most 35 UTF-16 units
     * @param newestAddress written to the card later
     * @param fingerprints 0 to 2
     */
    record Citizen(
            String nation,
            String address,
            String authority,
            String validFrom,
            String validTo,
            Optional<String> newestAddress,
            int fingerprints,
            Optional<Flaw> flaw)
            implements Document {
        public Citizen {
            require(nation.matches("\\d{2}"), "nation");
            require(address.length() <= 35 && newestAddress.map(String::length).orElse(0) <= 35, "address");
            require(authority.length() <= 15, "authority");
            require(fingerprints >= 0 && fingerprints <= 2, "fingerprints");
            dates(validFrom, validTo);
        }

        /** The same with so many fingerprints. */
        public Citizen with(int fingerprints) {
            return new Citizen(nation, address, authority, validFrom, validTo, newestAddress, fingerprints, flaw);
        }
    }

    /**
     * A residence permit for residents of Hong Kong, Macao or Taiwan.
     *
     * @param travelPermit up to 9 characters
     * @param issues two digits
     */
    record ResidencePermit(
            String address, String authority, String validFrom, String validTo, String travelPermit, String issues)
            implements Document {
        public ResidencePermit {
            require(address.length() <= 35, "address");
            require(authority.length() <= 15, "authority");
            require(travelPermit.matches("[A-Z0-9]{1,9}"), "travelPermit");
            require(issues.matches("\\d{2}"), "issues");
            dates(validFrom, validTo);
        }
    }

    /**
     * A foreign permanent resident's card of 2017.
     *
     * @param latinName up to 60 characters
     * @param nationality three letters
     */
    record Foreigner2017(String latinName, String nationality, String birth, String validFrom, String validTo)
            implements OfForeigner {
        public Foreigner2017 {
            require(latinName.length() <= 60, "latinName");
            require(nationality.matches("[A-Z]{3}"), "nationality");
            require(birth.matches("\\d{8}"), "birth");
            dates(validFrom, validTo);
        }
    }

    /**
     * A foreign permanent resident's card of 2023.
     *
     * @param latinName up to 46 characters
     * @param nationality three letters
     * @param renewals two digits
     */
    record Foreigner2023(String latinName, String nationality, String renewals, String validFrom, String validTo)
            implements OfForeigner {
        public Foreigner2023 {
            require(latinName.length() <= 46, "latinName");
            require(nationality.matches("[A-Z]{3}"), "nationality");
            require(renewals.matches("\\d{2}"), "renewals");
            dates(validFrom, validTo);
        }
    }

    private static void dates(String from, String to) {
        require(from.matches("\\d{8}"), "validFrom");
        require(to.matches("\\d{8}|长期"), "validTo");
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("a document's " + what + " does not fit");
        }
    }
}
