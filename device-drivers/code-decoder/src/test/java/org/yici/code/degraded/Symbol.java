package org.yici.code.degraded;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A QR code of version 1 to 15, any level, with an invented text that nearly fills it. */
record Symbol(String text, ByteMatrix modules) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CHINESE = "一次办好自助服务终端请在此处扫描核验证明真伪编号有效期至本人签字姓名住址窗口预约取号政务大厅龘𠮷";
    private static final String ASCII = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:-+*/=?!";

    private enum Kind {
        DIGITS,
        URL,
        ASCII,
        UTF_8,
        UTF_8_ECI,
        GB18030,
        GB18030_ECI
    }

    /** Modules of a side. */
    int size() {
        return modules.getWidth();
    }

    boolean dark(int column, int row) {
        return modules.get(column, row) == 1;
    }

    /** One of {@code lowest} to {@code highest}, small ones more often. */
    static Symbol of(Random random, int lowest, int highest) {
        double share = random.nextDouble();
        int version = lowest + (int) Math.floor(share * share * (highest - lowest + 1));
        ErrorCorrectionLevel level = ErrorCorrectionLevel.values()[random.nextInt(4)];
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        for (double length = 30 + 30 * version; ; length *= 0.85) {
            String text = text(kind, Math.max(2, (int) length), random);
            try {
                return new Symbol(
                        text,
                        Encoder.encode(asEncoded(kind, text), level, hints(kind, version))
                                .getMatrix());
            } catch (WriterException tooLong) {
                // The next one is shorter.
            }
        }
    }

    private static Map<EncodeHintType, Object> hints(Kind kind, int version) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_VERSION, version);
        if (kind == Kind.UTF_8_ECI) {
            hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
        } else if (kind == Kind.GB18030_ECI) {
            hints.put(EncodeHintType.CHARACTER_SET, "GB18030");
        }
        return hints;
    }

    /** Without a character set the encoder writes ISO-8859-1 and no ECI: the way to bytes of one's own. */
    private static String asEncoded(Kind kind, String text) {
        return switch (kind) {
            case UTF_8 -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            case GB18030 -> new String(text.getBytes(GB18030), StandardCharsets.ISO_8859_1);
            default -> text;
        };
    }

    private static String text(Kind kind, int length, Random random) {
        return switch (kind) {
            case DIGITS -> "0" + letters("0123456789", length * 2, random);
            case URL -> (length > 4 ? "https://y.cn/" : "y.cn/") + letters("0123456789abcdef", length, random);
            case ASCII -> letters(ASCII, length, random);
            case UTF_8, UTF_8_ECI, GB18030_ECI -> letters(CHINESE, length, random);
            case GB18030 -> {
                String text = letters(CHINESE, length, random);
                while (isUtf8(text.getBytes(GB18030))) {
                    text = letters(CHINESE, length, random);
                }
                yield text;
            }
        };
    }

    /** Two letters of GB18030 can be UTF-8 too; nobody could tell which was meant. */
    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String letters(String of, int count, Random random) {
        int[] choice = of.codePoints().toArray();
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            letters.add(Character.toString(choice[random.nextInt(choice.length)]));
        }
        return String.join("", letters);
    }
}
