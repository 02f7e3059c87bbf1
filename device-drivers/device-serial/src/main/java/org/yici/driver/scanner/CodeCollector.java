package org.yici.driver.scanner;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.yici.device.ScannedCode;

/** Collects the bytes of a code, up to the most that one can have. */
final class CodeCollector {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    /** False once for each code that becomes too long; what comes of it afterwards is dropped. */
    boolean add(byte next) {
        if (tooLong) {
            return true;
        }
        if (bytes.size() == ScannedCode.MOST_BYTES) {
            tooLong = true;
            bytes.reset();
            return false;
        }
        bytes.write(next);
        return true;
    }

    /** The code ended; empty if there was none, or one that was too long. */
    Optional<Heard> end() {
        Optional<Heard> code = bytes.size() == 0 ? Optional.empty() : Optional.of(new Heard.Code(bytes.toByteArray()));
        clear();
        return code;
    }

    void clear() {
        bytes.reset();
        tooLong = false;
    }

    boolean isEmpty() {
        return bytes.size() == 0 && !tooLong;
    }
}
