package org.yici.measure.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yici.check.measure.Row;
import org.yici.code.Alone;
import org.yici.code.CodeFormat;
import org.yici.code.DecodedCode;
import org.yici.code.PictureDecoder;
import org.yici.code.degraded.Category;
import org.yici.code.degraded.DegradedCodes;
import org.yici.code.degraded.DegradedPicture;

/** ZXing alone, BoofCV alone and the decoder on the same generated pictures, each upright and turned by any angle. */
public final class Decoding {
    private static final long SEED = 2026;
    private static final int WARM_UP = 160;
    private static final double MOST = 1.2;

    private final Alone.Boof boof = new Alone.Boof();
    private final PictureDecoder qrCodes = new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE));
    private final PictureDecoder allFormats = new PictureDecoder(EnumSet.allOf(CodeFormat.class));
    private final Map<String, Comparison> categories = new TreeMap<>();
    private final Comparison all = new Comparison();
    private final Comparison upright = new Comparison();
    private final Comparison turned = new Comparison();
    private final Comparison whereZxingReads = new Comparison();

    /** Takes {@code count} pictures, and writes what came of each category as a table into that file. */
    public Row row(int count, Path table) throws IOException {
        warmUp();
        DegradedCodes codes = new DegradedCodes(SEED);
        for (int i = 0; i < count; i++) {
            one(codes.picture(i, false), i);
            one(codes.picture(i, true), i);
        }
        Files.writeString(table, table(), StandardCharsets.UTF_8);
        double ratio = whereZxingReads.ratio(Contender.OURS);
        return new Row(
                "decode",
                "%d degraded QR pictures, upright and turned, %d codes"
                        .formatted(count, all.of(Contender.OURS).codes()),
                "%s; of what either library reads %d missed upright, %d turned; %d told that are in no picture; median %.2f × ZXing where ZXing reads"
                        .formatted(shares(), upright.missed(), turned.missed(), all.wrong(), ratio),
                "≥ the union of ZXing and BoofCV, upright and turned; median ≤ 1.2 × ZXing where ZXing reads",
                upright.missed() == 0 && turned.missed() == 0 && all.wrong() == 0 && ratio <= MOST,
                "ms median / p95: " + times(),
                values());
    }

    /** All that any of them compiles. */
    private void warmUp() {
        DegradedCodes codes = new DegradedCodes(SEED + 1);
        for (int i = 0; i < WARM_UP; i++) {
            DegradedPicture picture = codes.picture(i, i % 2 == 1);
            for (int repeated = 0; repeated < 4; repeated++) {
                for (Contender contender : Contender.values()) {
                    texts(contender, picture);
                }
            }
        }
    }

    /** Whoever comes first finds colder caches, so they take turns. */
    private void one(DegradedPicture picture, int turn) {
        List<Contender> order = new ArrayList<>(List.of(Contender.values()));
        Collections.rotate(order, turn);
        Map<Contender, Comparison.Answer> answers = new EnumMap<>(Contender.class);
        for (Contender contender : order) {
            long began = System.nanoTime();
            Set<String> texts = texts(contender, picture);
            answers.put(contender, new Comparison.Answer(texts, (System.nanoTime() - began) / 1e6));
        }
        List<Comparison> concerned = new ArrayList<>(List.of(all, picture.turned() ? turned : upright));
        concerned.add(categories.computeIfAbsent(
                picture.category() + (picture.turned() ? " turned" : " upright"), name -> new Comparison()));
        Comparison.Answer zxing = answers.get(Contender.ZXING);
        if (zxing != null && zxing.texts().containsAll(picture.texts())) {
            concerned.add(whereZxingReads);
        }
        concerned.forEach(each -> each.add(picture.texts(), answers));
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

    private String shares() {
        return String.format(
                Locale.ROOT,
                "ZXing reads %.1f %%, BoofCV %.1f %%, either %.1f %%, ours %.1f %%",
                all.share(all.of(Contender.ZXING).decoded()),
                all.share(all.of(Contender.BOOFCV).decoded()),
                all.share(all.union()),
                all.share(all.of(Contender.OURS).decoded()));
    }

    private String times() {
        return Arrays.stream(Contender.values())
                .map(contender -> String.format(
                        Locale.ROOT,
                        "%s %.1f / %.1f",
                        contender.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        all.of(contender).times().median(),
                        all.of(contender).times().at(0.95)))
                .collect(Collectors.joining("; "));
    }

    private String table() {
        StringBuilder lines = new StringBuilder(Comparison.HEAD).append('\n');
        rows().forEach((name, comparison) -> lines.append(comparison.line(name)).append('\n'));
        return lines.toString();
    }

    private Map<String, Comparison> rows() {
        Map<String, Comparison> rows = new LinkedHashMap<>(categories);
        rows.put("upright", upright);
        rows.put("turned", turned);
        rows.put("all", all);
        rows.put("where ZXing alone reads", whereZxingReads);
        return rows;
    }

    private Map<String, Object> values() {
        return rows().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .values()));
    }
}
