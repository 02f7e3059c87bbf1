package org.yici.check.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of one thing that was done again and again, in milliseconds. */
public final class Times {
    private final List<Double> millis = new ArrayList<>();

    public void add(double oneMillis) {
        millis.add(oneMillis);
    }

    public int count() {
        return millis.size();
    }

    public double median() {
        return at(0.5);
    }

    public double max() {
        return at(1);
    }

    /** The smallest that is not exceeded by {@code part} of all. */
    public double at(double part) {
        if (millis.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    public List<Double> all() {
        return millis.stream().map(value -> Math.round(value * 100) / 100.0).toList();
    }

    /** {@code median / p95 / max} without decimals below a hundred thousandth of what matters. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f / %.0f / %.0f", median(), at(0.95), max());
    }
}
