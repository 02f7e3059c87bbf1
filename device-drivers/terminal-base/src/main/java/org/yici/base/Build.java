package org.yici.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/** Which build this is; filled in by Maven. */
public final class Build {
    private static final Properties FACTS = load();

    private Build() {}

    /** Version of the product, for example {@code 0.1.0}. */
    public static String version() {
        return FACTS.getProperty("version", "unknown");
    }

    /** The commit, or {@code unknown} outside a checkout. */
    public static String commit() {
        return FACTS.getProperty("commit", "unknown");
    }

    /** A time that is certainly in the past: no clock that is earlier can be right. */
    public static Instant time() {
        return Instant.parse(FACTS.getProperty("time", "2026-11-01T00:00:00Z"));
    }

    private static Properties load() {
        Properties facts = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/org/yici/base/build.properties")) {
            if (in != null) {
                facts.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }
}
