package org.yici.device;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a card of the resident-identity family says of its holder. Everything in it is personal: it travels as
 * {@code Personal<IdentityCard>}, and no {@code toString} tells any of it.
 */
public sealed interface IdentityCard {
    /** The name by which offices know the holder: the Chinese one where the card has one. */
    String name();

    /** Code of GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 unspecified. */
    int sex();

    LocalDate birth();

    /** The holder's number, its check character verified where its rule is known. */
    String number();

    LocalDate validFrom();

    /** Empty for 长期, without end. */
    Optional<LocalDate> validTo();

    /** Whether the card is in its period of validity on {@code day}, first and last day included. */
    default boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom())
                && validTo().map(last -> !day.isAfter(last)).orElse(true);
    }

    /**
     * A citizen's resident identity card (居民身份证, GA 490).
     *
     * @param nation code of GB/T 3304, 1 to 58, 97 or 98
     * @param address as printed; see {@link CardExtras#newestAddress}
     * @param number citizen number (GB 11643)
     */
    record Citizen(
            String name,
            int sex,
            int nation,
            LocalDate birth,
            String address,
            String number,
            String authority,
            LocalDate validFrom,
            Optional<LocalDate> validTo)
            implements IdentityCard {
        @Override
        public String toString() {
            return "Citizen";
        }
    }

    /**
     * A residence permit for residents of Hong Kong, Macao or Taiwan (港澳台居民居住证).
     *
     * @param number 18 characters as a citizen's, of region 810000, 820000 or 830000
     * @param travelPermit number of the travel permit to the mainland, up to 9 characters
     * @param issues how often the permit was issued, two digits
     */
    record ResidencePermit(
            String name,
            int sex,
            LocalDate birth,
            String address,
            String number,
            String authority,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String travelPermit,
            String issues)
            implements IdentityCard {
        @Override
        public String toString() {
            return "ResidencePermit";
        }
    }

    /**
     * A foreign permanent resident's identity card (外国人永久居留身份证).
     *
     * @param number 15 characters on cards of 2017, 18 on those of 2023
     * @param nationality ISO 3166-1 alpha-3 (or ICAO 9303's own code), three capital letters
     */
    record ForeignResident(
            Edition edition,
            String latinName,
            Optional<String> chineseName,
            int sex,
            LocalDate birth,
            String number,
            String nationality,
            LocalDate validFrom,
            Optional<LocalDate> validTo)
            implements IdentityCard {
        /** Which form of the card. */
        public enum Edition {
            /** In use since 2017. */
            OF_2017,
            /** In use since December 2023. */
            OF_2023
        }

        @Override
        public String name() {
            return chineseName.orElse(latinName);
        }

        @Override
        public String toString() {
            return "ForeignResident";
        }
    }
}
