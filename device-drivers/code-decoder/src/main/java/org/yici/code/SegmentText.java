package org.yici.code;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yici.device.TextOfCode;

/**
 * The text of a QR code's segments. An encoder may part a letter between two segments, and encoders that look at bytes alone (libqrencode
 * for example) pack any two bytes in Kanji mode that could be Shift_JIS, also those of UTF-8 and GB 18030. So segments are read together.
 */
final class SegmentText {
    /** The mode of a segment (ISO/IEC 18004, 7.3). */
    enum Kind {
        /** Numeric and alphanumeric: ASCII alone. */
        DIGITS,
        BYTES,
        KANJI,
        /** The mode for Chinese characters of GB/T 18284. */
        HANZI
    }

    /** @param named the character set of the ECI that is in force; null: none */
    record Segment(byte[] bytes, Kind kind, @Nullable Charset named) {}

    /** Any bytes are sound in the others, which proves nothing. */
    private static final Set<Charset> SEVERAL_BYTES_A_LETTER =
            Set.of(StandardCharsets.UTF_8, TextOfCode.GB18030, TextOfCode.WINDOWS_31J, Charset.forName("Big5"));

    private final List<Segment> segments = new ArrayList<>();

    void add(Segment segment) {
        segments.add(segment);
    }

    /** Of all segments in their order. */
    String text() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < segments.size()) {
            int to = from + 1;
            while (to < segments.size() && together(segments.get(from), segments.get(to))) {
                to++;
            }
            text.append(of(segments.subList(from, to)));
            from = to;
        }
        return text.toString();
    }

    private static boolean together(Segment first, Segment other) {
        boolean hanzi = first.kind == Kind.HANZI || other.kind == Kind.HANZI;
        return hanzi ? first.kind == other.kind : Objects.equals(first.named, other.named);
    }

    private static String of(List<Segment> run) {
        byte[] bytes = bytes(run);
        Charset named = run.get(0).named;
        if (run.get(0).kind == Kind.HANZI) {
            return TextOfCode.of(bytes, TextOfCode.GB18030);
        }
        boolean kanji = run.stream().anyMatch(segment -> segment.kind == Kind.KANJI);
        if (named == null) {
            return kanji ? mixed(run, bytes) : TextOfCode.of(bytes);
        }
        Optional<String> text =
                kanji && SEVERAL_BYTES_A_LETTER.contains(named) ? TextOfCode.strictly(named, bytes) : Optional.empty();
        return text.orElseGet(() -> byNamed(run, named));
    }

    /** All bytes together being sound UTF-8 decide, else whether they can be Japanese, else GB 18030. */
    private static String mixed(List<Segment> run, byte[] bytes) {
        return TextOfCode.strictly(StandardCharsets.UTF_8, bytes)
                .or(() -> isJapanese(run) ? TextOfCode.strictly(TextOfCode.WINDOWS_31J, bytes) : Optional.empty())
                .or(() -> TextOfCode.strictly(TextOfCode.GB18030, bytes))
                .or(() -> TextOfCode.strictly(TextOfCode.WINDOWS_31J, bytes))
                .orElseGet(() -> eachByItself(run));
    }

    /**
     * Without bytes from 0x80 on but in Kanji segments: Kanji, unless all of them are letters of the second level of GB 2312. With such
     * bytes: all of them halfwidth katakana, beside kana or several kanji that GB 2312 does not have.
     */
    private static boolean isJapanese(List<Segment> run) {
        byte[] kanji = bytes(run.stream().filter(s -> s.kind == Kind.KANJI).toList());
        byte[] others = bytes(run.stream().filter(s -> s.kind != Kind.KANJI).toList());
        int high = 0;
        int halfwidth = 0;
        for (byte other : others) {
            high += other < 0 ? 1 : 0;
            halfwidth += (other & 0xFF) >= 0xA1 && (other & 0xFF) <= 0xDF ? 1 : 0;
        }
        int chinese = 0;
        int kana = 0;
        for (int i = 0; i < kanji.length; i += 2) {
            int pair = (kanji[i] & 0xFF) << 8 | kanji[i + 1] & 0xFF;
            chinese += pair >= 0xE0A1 && (pair & 0xFF) >= 0xA1 ? 1 : 0;
            kana += pair >= 0x829F && pair <= 0x82F1 || pair >= 0x8340 && pair <= 0x8396 ? 1 : 0;
        }
        int pairs = kanji.length / 2;
        return high == 0 ? chinese < pairs : halfwidth == high && chinese == 0 && (kana > 0 || pairs > 1);
    }

    private static String byNamed(List<Segment> run, Charset named) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream same = new ByteArrayOutputStream();
        Kind kind = run.get(0).kind;
        for (Segment segment : run) {
            if (segment.kind != kind) {
                text.append(alone(same.toByteArray(), kind, named));
                same.reset();
                kind = segment.kind;
            }
            same.writeBytes(segment.bytes);
        }
        return text.append(alone(same.toByteArray(), kind, named)).toString();
    }

    private static String alone(byte[] bytes, Kind kind, Charset named) {
        return switch (kind) {
            case DIGITS -> new String(bytes, StandardCharsets.US_ASCII);
            case KANJI -> TextOfCode.of(bytes, TextOfCode.WINDOWS_31J);
            case BYTES, HANZI -> TextOfCode.of(bytes, named);
        };
    }

    private static String eachByItself(List<Segment> run) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : run) {
            text.append(
                    segment.kind == Kind.KANJI
                            ? TextOfCode.of(segment.bytes, TextOfCode.WINDOWS_31J)
                            : TextOfCode.of(segment.bytes));
        }
        return text.toString();
    }

    private static byte[] bytes(List<Segment> segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        segments.forEach(segment -> bytes.writeBytes(segment.bytes));
        return bytes.toByteArray();
    }
}
