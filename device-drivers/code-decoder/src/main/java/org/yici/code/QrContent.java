package org.yici.code;

import com.google.zxing.FormatException;
import com.google.zxing.common.BitSource;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.decoder.Version;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.code.SegmentText.Kind;

/**
 * What the data codewords of a QR code say (ISO/IEC 18004:2015, 7.4; the mode for Chinese characters: GB/T 18284-2000). Read here and not by
 * the decoders, so that whichever of them found a code, its text is the same one: both guess character sets, and neither guesses GB 18030.
 */
record QrContent(String text, byte[] bytes) {
    /** Empty if the codewords break the standard's rules, or say nothing. */
    static Optional<QrContent> of(byte[] codewords, int version) {
        try {
            QrContent content = new Reading(codewords, Version.getVersionForNumber(version)).read();
            return content.bytes.length == 0 ? Optional.empty() : Optional.of(content);
        } catch (FormatException | IllegalArgumentException e) {
            // The latter is what BitSource says at the end of its bits.
            return Optional.empty();
        }
    }

    private static String withFnc1(MatchResult percent) {
        return percent.group().length() == 2 ? "%" : "\u001D";
    }

    private static final class Reading {
        private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        private static final Pattern PERCENT = Pattern.compile("%%?");
        private static final int GB2312_SUBSET = 1;

        private final BitSource bits;
        private final Version version;
        private final SegmentText text = new SegmentText();
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private @Nullable Charset named;
        private boolean fnc1;

        Reading(byte[] codewords, Version version) {
            this.bits = new BitSource(codewords);
            this.version = version;
        }

        QrContent read() throws FormatException {
            Mode mode = mode();
            while (mode != Mode.TERMINATOR) {
                segment(mode);
                mode = mode();
            }
            return new QrContent(text.text(), all.toByteArray());
        }

        private Mode mode() {
            return bits.available() < 4 ? Mode.TERMINATOR : Mode.forBits(bits.readBits(4));
        }

        private void segment(Mode mode) throws FormatException {
            switch (mode) {
                case NUMERIC -> add(numeric(count(mode)), Kind.DIGITS);
                case ALPHANUMERIC -> add(alphanumeric(count(mode)), Kind.DIGITS);
                case BYTE -> add(bytes(count(mode)), Kind.BYTES);
                case KANJI -> add(pairs(count(mode), 0xC0, 0x1F00, 0x8140, 0xC140), Kind.KANJI);
                case HANZI -> {
                    if (bits.readBits(4) != GB2312_SUBSET) {
                        throw FormatException.getFormatInstance();
                    }
                    add(pairs(count(mode), 0x60, 0x0A00, 0xA1A1, 0xA6A1), Kind.HANZI);
                }
                case ECI -> named = eci();
                // Position and parity of a part; the parts are told one by one.
                case STRUCTURED_APPEND -> bits.readBits(16);
                case FNC1_FIRST_POSITION -> fnc1 = true;
                case FNC1_SECOND_POSITION -> {
                    fnc1 = true;
                    add(applicationIndicator(bits.readBits(8)), Kind.DIGITS);
                }
                default -> throw FormatException.getFormatInstance();
            }
        }

        private int count(Mode mode) {
            return bits.readBits(mode.getCharacterCountBits(version));
        }

        /** 7.4.8.3: two digits by their value, or a letter by its ASCII value and 100. A scanner tells it before the message. */
        private static byte[] applicationIndicator(int value) throws FormatException {
            boolean letter = value >= 'A' + 100 && value <= 'Z' + 100 || value >= 'a' + 100 && value <= 'z' + 100;
            if (value > 99 && !letter) {
                throw FormatException.getFormatInstance();
            }
            return ascii(letter ? String.valueOf((char) (value - 100)) : String.format(Locale.ROOT, "%02d", value));
        }

        /** Character sets that Java lacks count as none. */
        private @Nullable Charset eci() throws FormatException {
            int first = bits.readBits(8);
            int value;
            if ((first & 0x80) == 0) {
                value = first;
            } else if ((first & 0xC0) == 0x80) {
                value = (first & 0x3F) << 8 | bits.readBits(8);
            } else if ((first & 0xE0) == 0xC0) {
                value = (first & 0x1F) << 16 | bits.readBits(16);
            } else {
                throw FormatException.getFormatInstance();
            }
            return EciCharsets.of(value).orElse(null);
        }

        private byte[] bytes(int count) {
            byte[] bytes = new byte[checked(count, 8)];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) bits.readBits(8);
            }
            return bytes;
        }

        private byte[] numeric(int count) throws FormatException {
            StringBuilder digits = new StringBuilder();
            for (int left = checked(count, 3); left > 0; left -= 3) {
                int group = Math.min(3, left);
                String value = Integer.toString(bits.readBits(1 + 3 * group));
                if (value.length() > group) {
                    throw FormatException.getFormatInstance();
                }
                digits.append("0".repeat(group - value.length())).append(value);
            }
            return ascii(digits.toString());
        }

        private byte[] alphanumeric(int count) throws FormatException {
            StringBuilder letters = new StringBuilder();
            for (int left = checked(count, 5); left > 0; left -= 2) {
                int value = bits.readBits(left == 1 ? 6 : 11);
                if (value >= (left == 1 ? 45 : 45 * 45)) {
                    throw FormatException.getFormatInstance();
                }
                if (left > 1) {
                    letters.append(ALPHANUMERIC.charAt(value / 45));
                }
                letters.append(ALPHANUMERIC.charAt(value % 45));
            }
            // 7.4.8.2: with FNC1, % stands for the separator and %% for itself.
            String plain = letters.toString();
            return ascii(fnc1 ? PERCENT.matcher(plain).replaceAll(QrContent::withFnc1) : plain);
        }

        /** 13 bits a letter: 7.4.6 for Kanji, GB/T 18284 for Chinese. */
        private byte[] pairs(int count, int factor, int border, int low, int high) {
            byte[] bytes = new byte[2 * checked(count, 13)];
            for (int i = 0; i < count; i++) {
                int value = bits.readBits(13);
                int folded = (value / factor) << 8 | value % factor;
                int pair = folded + (folded < border ? low : high);
                bytes[2 * i] = (byte) (pair >> 8);
                bytes[2 * i + 1] = (byte) pair;
            }
            return bytes;
        }

        /** Nothing is allocated for a count that the codewords cannot hold. */
        private int checked(int count, int bitsEach) {
            if (count * bitsEach > bits.available()) {
                throw new IllegalArgumentException();
            }
            return count;
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private void add(byte[] bytes, Kind kind) {
            text.add(new SegmentText.Segment(bytes, kind, named));
            all.writeBytes(bytes);
        }
    }
}
