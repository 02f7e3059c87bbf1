package org.yici.code.measure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yici.code.Alone;
import org.yici.code.CodeFormat;
import org.yici.code.DecodedCode;
import org.yici.code.PictureDecoder;
import org.yici.code.degraded.Category;
import org.yici.code.degraded.DegradedCodes;
import org.yici.code.degraded.DegradedPicture;

/**
 * Compares ZXing alone, BoofCV alone and this module on generated pictures, each upright and turned:
 * {@code --count N --seed S --out FILE.json}. Prints a table and writes JSON.
 */
public final class DecodeMeasure {
    private static final int WARM_UP = 160;

    private enum Contender {
        ZXING,
        BOOFCV,
        OURS,
        OURS_ALL_FORMATS
    }

    private final Alone.Boof boof = new Alone.Boof();
    private final PictureDecoder qrCodes = new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE));
    private final PictureDecoder allFormats = new PictureDecoder(EnumSet.allOf(CodeFormat.class));
    private final Map<String, Map<Contender, Tally>> rows = new LinkedHashMap<>();
    private final Map<String, int[]> unions = new LinkedHashMap<>();
    private final Map<Contender, Tally> whereZxingReads = tallies();

    private DecodeMeasure() {}

    public static void main(String[] arguments) throws IOException {
        int count = 1000;
        long seed = 1;
        Path out = Path.of("decode-measure.json");
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--count" -> count = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                case "--out" -> out = Path.of(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        DecodeMeasure measure = new DecodeMeasure();
        measure.warmUp(seed + 1);
        measure.run(count, seed);
        measure.print(count, seed);
        Files.writeString(out, measure.json(count, seed));
    }

    private void warmUp(long seed) {
        DegradedCodes codes = new DegradedCodes(seed);
        for (int i = 0; i < WARM_UP; i++) {
            DegradedPicture picture = codes.picture(i, i % 2 == 1);
            for (int repeated = 0; repeated < 4; repeated++) {
                for (Contender contender : Contender.values()) {
                    texts(contender, picture);
                }
            }
        }
    }

    private void run(int count, long seed) {
        DegradedCodes codes = new DegradedCodes(seed);
        for (int i = 0; i < count; i++) {
            one(codes.picture(i, false), i);
            one(codes.picture(i, true), i);
        }
    }

    /** Whoever comes first finds colder caches, so they take turns. */
    private void one(DegradedPicture picture, int turn) {
        List<Contender> order = new ArrayList<>(List.of(Contender.values()));
        Collections.rotate(order, turn);
        Map<Contender, Set<String>> texts = new EnumMap<>(Contender.class);
        Map<Contender, Double> times = new EnumMap<>(Contender.class);
        for (Contender contender : order) {
            long begin = System.nanoTime();
            texts.put(contender, texts(contender, picture));
            times.put(contender, (System.nanoTime() - begin) / 1e6);
        }
        String side = picture.turned() ? "turned" : "upright";
        for (String row : List.of("all", "all " + side, picture.category() + " " + side)) {
            add(rows.computeIfAbsent(row, name -> tallies()), picture.texts(), texts, times);
            Set<String> union = new HashSet<>(get(texts, Contender.ZXING));
            union.addAll(get(texts, Contender.BOOFCV));
            union.retainAll(picture.texts());
            int[] sum = unions.computeIfAbsent(row, name -> new int[2]);
            sum[0] += union.size();
            union.removeAll(get(texts, Contender.OURS));
            sum[1] += union.size();
        }
        if (get(texts, Contender.ZXING).containsAll(picture.texts())) {
            add(whereZxingReads, picture.texts(), texts, times);
        }
    }

    private Set<String> texts(Contender contender, DegradedPicture picture) {
        BufferedImage image = picture.picture();
        return switch (contender) {
            case ZXING -> Alone.zxing(image, picture.category() == Category.SEVERAL);
            case BOOFCV -> boof.texts(image);
            case OURS -> texts(qrCodes.decode(image));
            case OURS_ALL_FORMATS -> texts(allFormats.decode(image));
        };
    }

    private static Set<String> texts(List<DecodedCode> codes) {
        return codes.stream().map(DecodedCode::text).collect(Collectors.toSet());
    }

    private static void add(
            Map<Contender, Tally> tallies,
            Collection<String> expected,
            Map<Contender, Set<String>> texts,
            Map<Contender, Double> times) {
        tallies.forEach((contender, tally) -> tally.add(expected, get(texts, contender), get(times, contender)));
    }

    private static Map<Contender, Tally> tallies() {
        Map<Contender, Tally> tallies = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            tallies.put(contender, new Tally());
        }
        return tallies;
    }

    private static <T> T get(Map<Contender, T> values, Contender contender) {
        T value = values.get(contender);
        if (value == null) {
            throw new IllegalStateException("nothing of " + contender);
        }
        return value;
    }

    private static double ratio(Map<Contender, Tally> tallies, Contender contender) {
        return get(tallies, contender).time(0.5) / get(tallies, Contender.ZXING).time(0.5);
    }

    private void print(int count, long seed) {
        System.out.printf("%d pictures, each upright and turned, seed %d%n", count, seed);
        System.out.printf(
                "| %-22s | codes | ZXing | BoofCV | union | ours | missed of union | wrong | ms median/p95: ZXing | BoofCV | ours | ours, all formats |%n",
                "");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        rows.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(row -> print(row.getKey(), row.getValue()));
        print("where ZXing alone reads", whereZxingReads);
        System.out.printf(
                Locale.ROOT,
                "median / ZXing's median where ZXing alone reads: %.2f, all formats %.2f%n",
                ratio(whereZxingReads, Contender.OURS),
                ratio(whereZxingReads, Contender.OURS_ALL_FORMATS));
    }

    private void print(String name, Map<Contender, Tally> tallies) {
        int[] union = unions.getOrDefault(name, new int[2]);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %-22s | %d | %d | %d | %d | %d | %d | %d",
                name,
                get(tallies, Contender.OURS).codes(),
                get(tallies, Contender.ZXING).decoded(),
                get(tallies, Contender.BOOFCV).decoded(),
                union[0],
                get(tallies, Contender.OURS).decoded(),
                union[1],
                get(tallies, Contender.OURS).wrong()
                        + get(tallies, Contender.OURS_ALL_FORMATS).wrong()));
        for (Tally tally : tallies.values()) {
            line.append(String.format(Locale.ROOT, " | %.1f / %.1f", tally.time(0.5), tally.time(0.95)));
        }
        System.out.println(line.append(" |"));
    }

    private String json(int count, long seed) {
        String all = rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> json(row.getKey(), row.getValue()))
                .collect(Collectors.joining(",\n  "));
        return String.format(
                Locale.ROOT,
                "{\"count\":%d,\"seed\":%d,\"ratioOfMedians\":%.3f,\"ratioOfMediansAllFormats\":%.3f,\"rows\":{\n  %s,\n  %s}}%n",
                count,
                seed,
                ratio(whereZxingReads, Contender.OURS),
                ratio(whereZxingReads, Contender.OURS_ALL_FORMATS),
                all,
                json("where ZXing alone reads", whereZxingReads));
    }

    private String json(String name, Map<Contender, Tally> tallies) {
        int[] union = unions.getOrDefault(name, new int[2]);
        String each = tallies.entrySet().stream()
                .map(entry -> "\"%s\":%s"
                        .formatted(
                                entry.getKey().name().toLowerCase(Locale.ROOT),
                                entry.getValue().json()))
                .collect(Collectors.joining(","));
        return "\"%s\":{\"union\":%d,\"missedOfUnion\":%d,%s}".formatted(name, union[0], union[1], each);
    }
}
