package org.yici.measure.decode;

import java.util.Collection;
import java.util.Map;
import org.yici.check.measure.Times;

/** What one decoder did with some of the pictures. */
final class Tally {
    private final Times times = new Times();
    private int codes;
    private int decoded;
    private int wrong;

    /** One picture: the texts in it, and those told. */
    void add(Collection<String> expected, Collection<String> told, double milliseconds) {
        times.add(milliseconds);
        codes += expected.size();
        decoded += (int) expected.stream().filter(told::contains).count();
        wrong += (int) told.stream().filter(text -> !expected.contains(text)).count();
    }

    int codes() {
        return codes;
    }

    int decoded() {
        return decoded;
    }

    /** Texts told that are in no picture. */
    int wrong() {
        return wrong;
    }

    /** For a picture. */
    Times times() {
        return times;
    }

    Map<String, Object> values() {
        return Map.of(
                "codes",
                codes,
                "decoded",
                decoded,
                "wrong",
                wrong,
                "medianMs",
                times.median(),
                "p95Ms",
                times.at(0.95));
    }
}
