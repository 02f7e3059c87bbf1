package org.yici.paper.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yici.paper.seal.SealVerdict.Reason;

/**
 * Which bytes a seal covers (ISO 32000-1, 12.8.1), read without parsing the PDF: all but one hole, which is exactly one
 * hexadecimal string.
 *
 * @param content the covered bytes
 * @param seal the bytes of the hole, padding included
 */
record SealedRange(byte[] content, byte[] seal) {
    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_REACH = 100;
    private static final int MOST_HOLE_BYTES = 256 * 1024;
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*\\]");

    static SealedRange of(byte[] pdf) throws Refusal {
        if (!Arrays.equals(Arrays.copyOf(pdf, MAGIC.length), MAGIC)) {
            throw new Refusal(Reason.MALFORMED);
        }
        Matcher range = numbers(pdf, onlyKey(pdf));
        int start = Integer.parseInt(range.group(1));
        int holeStart = Integer.parseInt(range.group(2));
        int holeEnd = Integer.parseInt(range.group(3));
        long end = (long) holeEnd + Integer.parseInt(range.group(4));
        if (end > pdf.length) {
            throw new Refusal(Reason.TRUNCATED);
        }
        if (start == 0 && end < pdf.length) {
            throw new Refusal(Reason.APPENDED);
        }
        if (start != 0 || holeStart + 2 > holeEnd || holeEnd - holeStart > MOST_HOLE_BYTES) {
            throw new Refusal(Reason.ALTERED);
        }
        return new SealedRange(covered(pdf, holeStart, holeEnd), hole(pdf, holeStart, holeEnd));
    }

    private static int onlyKey(byte[] pdf) throws Refusal {
        int first = indexOf(pdf, KEY, 0);
        if (first < 0) {
            throw new Refusal(Reason.NO_SEAL);
        }
        if (indexOf(pdf, KEY, first + 1) >= 0) {
            throw new Refusal(Reason.SEVERAL_SEALS);
        }
        return first;
    }

    private static Matcher numbers(byte[] pdf, int at) throws Refusal {
        String text = new String(pdf, at, Math.min(KEY_REACH, pdf.length - at), StandardCharsets.ISO_8859_1);
        Matcher range = RANGE.matcher(text);
        if (!range.lookingAt()) {
            throw new Refusal(Reason.ALTERED);
        }
        return range;
    }

    private static byte[] covered(byte[] pdf, int holeStart, int holeEnd) {
        byte[] content = Arrays.copyOf(pdf, holeStart + pdf.length - holeEnd);
        System.arraycopy(pdf, holeEnd, content, holeStart, pdf.length - holeEnd);
        return content;
    }

    private static byte[] hole(byte[] pdf, int start, int end) throws Refusal {
        String digits = new String(pdf, start + 1, end - start - 2, StandardCharsets.ISO_8859_1);
        boolean oneCase =
                digits.equals(digits.toUpperCase(Locale.ROOT)) || digits.equals(digits.toLowerCase(Locale.ROOT));
        if (pdf[start] != '<' || pdf[end - 1] != '>' || !oneCase || digits.length() % 2 != 0) {
            throw new Refusal(Reason.ALTERED);
        }
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.ALTERED);
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at <= bytes.length - wanted.length; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
