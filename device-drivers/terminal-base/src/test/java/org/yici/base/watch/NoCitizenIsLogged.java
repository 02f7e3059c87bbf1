package org.yici.base.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches standard output, standard error, {@code java.util.logging} and Logback for as long as tests run. Found by JUnit as a service in
 * every module that has this jar on its test class path.
 */
public final class NoCitizenIsLogged implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static boolean installed;

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (NoCitizenIsLogged.class) {
            if (!installed) {
                installed = true;
                install();
            }
        }
    }

    private static void install() {
        System.setOut(WatchedStream.around("standard output", System.out));
        System.setErr(WatchedStream.around("standard error", System.err));
        WatchedJul.install();
        try {
            Class.forName("ch.qos.logback.classic.LoggerContext");
            WatchedLogback.install();
        } catch (ClassNotFoundException e) {
            // Nothing here logs by it.
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fail();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        fail();
    }

    private static void fail() {
        assertThat(NumberWatch.drain())
                .as("where the number of a citizen was logged")
                .isEmpty();
    }
}
