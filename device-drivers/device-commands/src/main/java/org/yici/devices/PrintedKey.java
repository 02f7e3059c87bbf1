package org.yici.devices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.yici.base.Personal;
import org.yici.device.TravelDocumentKey;
import picocli.CommandLine.Option;

/** What is printed in a travel document and opens it. Its years have two digits, so that the century has to be thought of. */
final class PrintedKey {
    @Option(names = "--number", required = true, paramLabel = "N", description = "number of the travel document")
    private String number = "";

    @Option(names = "--birth", required = true, paramLabel = "YYMMDD", description = "birth date printed in it")
    private String birth = "";

    @Option(names = "--expiry", required = true, paramLabel = "YYMMDD", description = "last day printed in it")
    private String expiry = "";

    /** Refuses what cannot be printed in a document, by the option's name; a value is never quoted. */
    Personal<TravelDocumentKey> on(LocalDate today) {
        return Personal.of(new TravelDocumentKey(
                number.strip().toUpperCase(Locale.ROOT), birth(birth, today), expiry(expiry, today)));
    }

    /** The latest day that was not after today. */
    static LocalDate birth(String text, LocalDate today) {
        return days(text)
                .filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("--birth must be a day of the past, as YYMMDD"));
    }

    /** The day nearest to today: documents are valid for some years. */
    static LocalDate expiry(String text, LocalDate today) {
        return days(text)
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(today, day))))
                .orElseThrow(() -> new IllegalArgumentException("--expiry must be a day, as YYMMDD"));
    }

    private static Stream<LocalDate> days(String text) {
        return text.matches("[0-9]{6}")
                ? Stream.of(1900, 2000).map(century -> day(century, text)).flatMap(Optional::stream)
                : Stream.empty();
    }

    private static Optional<LocalDate> day(int century, String text) {
        int number = Integer.parseInt(text);
        try {
            return Optional.of(LocalDate.of(century + number / 10_000, number / 100 % 100, number % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
