package org.yici.measure.decode;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What each contender did with the same pictures, and what at least one of the two libraries read. */
final class Comparison {
    /** What one contender told of one picture, and how long it took. */
    record Answer(Set<String> texts, double milliseconds) {}

    private final Map<Contender, Tally> tallies = new EnumMap<>(Contender.class);
    private int union;
    private int missed;

    /** One picture: the texts in it, and what each contender told. */
    void add(Collection<String> expected, Map<Contender, Answer> answers) {
        answers.forEach((contender, answer) -> tallies.computeIfAbsent(contender, key -> new Tally())
                .add(expected, answer.texts(), answer.milliseconds()));
        Set<String> either = new HashSet<>();
        answers.forEach((contender, answer) -> {
            if (contender == Contender.ZXING || contender == Contender.BOOFCV) {
                either.addAll(answer.texts());
            }
        });
        either.retainAll(expected);
        union += either.size();
        Answer ours = answers.get(Contender.OURS);
        if (ours != null) {
            either.removeAll(ours.texts());
        }
        missed += either.size();
    }

    Tally of(Contender contender) {
        return tallies.computeIfAbsent(contender, key -> new Tally());
    }

    /** Codes that ZXing or BoofCV alone read. */
    int union() {
        return union;
    }

    /** Those of them that ours did not. */
    int missed() {
        return missed;
    }

    /** Texts that ours told and that are in no picture. */
    int wrong() {
        return of(Contender.OURS).wrong() + of(Contender.OURS_ALL_FORMATS).wrong();
    }

    /** Our median by ZXing's. */
    double ratio(Contender contender) {
        return of(contender).times().median() / of(Contender.ZXING).times().median();
    }

    /** Of all codes, in per cent. */
    double share(int codes) {
        return 100.0 * codes / of(Contender.OURS).codes();
    }

    /** A line of the table below {@link #HEAD}. */
    String line(String name) {
        StringBuilder line = new StringBuilder("| %s | %d | %d | %d | %d | %d | %d | %d"
                .formatted(
                        name,
                        of(Contender.OURS).codes(),
                        of(Contender.ZXING).decoded(),
                        of(Contender.BOOFCV).decoded(),
                        union,
                        of(Contender.OURS).decoded(),
                        missed,
                        wrong()));
        for (Contender contender : Contender.values()) {
            line.append(String.format(
                    Locale.ROOT,
                    " | %.1f / %.1f",
                    of(contender).times().median(),
                    of(contender).times().at(0.95)));
        }
        return line.append(" |").toString();
    }

    static final String HEAD =
            """
            | | codes | ZXing | BoofCV | union | ours | missed of union | wrong | ms median / p95: ZXing | BoofCV | ours | ours, all formats |
            |---|---|---|---|---|---|---|---|---|---|---|---|""";

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("union", union);
        values.put("missedOfUnion", missed);
        tallies.forEach((contender, tally) -> values.put(contender.name().toLowerCase(Locale.ROOT), tally.values()));
        return values;
    }
}
