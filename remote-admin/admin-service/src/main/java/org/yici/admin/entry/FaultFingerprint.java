package org.yici.admin.entry;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yici.admin.keys.Sha256;

/**
 * Names a fault of the program by where it happened: a hash over the classes of the exception and its causes and our own frames. No message
 * of an exception is part of it, since that may repeat what was sent. The same fault of one version has the same fingerprint.
 */
final class FaultFingerprint {
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 16;
    private static final int HEX_DIGITS = 16;
    private static final String OURS = "org.yici.";

    private FaultFingerprint() {}

    /** 16 hexadecimal digits. */
    static String of(Throwable fault) {
        String text = Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(FaultFingerprint::lines)
                .collect(Collectors.joining("\n"));
        return HexFormat.of()
                .formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, HEX_DIGITS);
    }

    private static Stream<String> lines(Throwable cause) {
        Stream<String> frames = Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(MOST_FRAMES)
                .map(frame -> frame.getClassName().replaceAll("\\$\\$.*", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber());
        return Stream.concat(Stream.of(cause.getClass().getName()), frames);
    }
}
