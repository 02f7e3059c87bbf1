package org.yici.code.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What one decoder did with some of the pictures. Times in milliseconds for a picture. */
final class Tally {
    private final List<Double> times = new ArrayList<>();
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

    /** The time that a share of the pictures did not exceed. */
    double time(double share) {
        if (times.isEmpty()) {
            return 0;
        }
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"codes\":%d,\"decoded\":%d,\"share\":%.4f,\"wrong\":%d,\"medianMs\":%.3f,\"p95Ms\":%.3f}",
                codes,
                decoded,
                codes == 0 ? 0 : (double) decoded / codes,
                wrong,
                time(0.5),
                time(0.95));
    }
}
