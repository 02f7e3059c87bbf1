package org.yici.bench.scanner;

import java.io.ByteArrayOutputStream;

/** A code as it is sent without packets: the bytes of the symbol, then an end that the scanner is set to. */
final class BareText {
    private static final byte[] CR = {'\r'};
    private static final byte[] LF = {'\n'};
    private static final byte[] CRLF = {'\r', '\n'};

    private BareText() {}

    static byte[] of(HeldCode code, CodeScanner scanner) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int times = scanner.has(ScannerQuirk.REPEATS) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            text.writeBytes(code.bytes());
            text.writeBytes(suffix(scanner));
        }
        return text.toByteArray();
    }

    private static byte[] suffix(CodeScanner scanner) {
        if (scanner.has(ScannerQuirk.SUFFIX_NONE)) {
            return Dialect.NOTHING;
        }
        if (scanner.has(ScannerQuirk.SUFFIX_CRLF)) {
            return CRLF;
        }
        return scanner.has(ScannerQuirk.SUFFIX_LF) ? LF : CR;
    }
}
