package org.yici.session;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** A session writes no line anywhere: parsers quote their input in what they log, and their input is a citizen's. */
final class OutputSuppression {
    private OutputSuppression() {}

    /** From now on nothing is logged. */
    static void ofLogs() {
        LogManager.getLogManager().reset();
    }

    /** From now on nothing is printed either; what the program has to say of its start is said before. */
    static void ofEverything() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }
}
