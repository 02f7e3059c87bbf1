package org.yici.bench.printer;

/**
 * What came out since the printer was switched on, whatever job it belonged to. No lie touches it.
 *
 * @param impressions printed sides
 */
public record Odometer(int impressions, int sheets) {
    static final Odometer ZERO = new Odometer(0, 0);

    Odometer sheetOut(int sides) {
        return new Odometer(impressions + sides, sheets + 1);
    }
}
