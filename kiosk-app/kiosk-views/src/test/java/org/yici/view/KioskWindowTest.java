package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The window on a real X server without a window manager, as on the terminal. */
class KioskWindowTest {
    @Test
    void comesToTheFrontPaintedTakesTouchesAndMoves() throws Exception {
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten", "tcp", "-nocursor")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String display = ":" + firstLine(server);
            List<String> seen = probe(display);
            assertThat(seen)
                    .contains(
                            "offScreen=true",
                            "unfocusable=true",
                            "paintedWhenTold=true",
                            "focused=true",
                            "noTitle=true",
                            "touch=ChooseService[service=certificates]",
                            "moves=true",
                            "pageIsNotResampled=true");
            assertThat(seen).as("no component dump, no stack trace").hasSize(8);
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> probe(String display) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=false",
                "-Dyici.fonts=" + Samples.FONTS,
                "-cp",
                System.getProperty("java.class.path"),
                WindowProbe.class.getName());
        builder.environment().put("DISPLAY", display);
        builder.environment().remove("XAUTHORITY");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process probe = builder.redirectErrorStream(true).start();
        try (BufferedReader out = reader(probe)) {
            List<String> lines = out.lines().toList();
            assertThat(probe.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return lines;
        } finally {
            probe.destroyForcibly();
        }
    }

    private static String firstLine(Process process) throws IOException {
        String line = reader(process).readLine();
        if (line == null) {
            throw new IOException("Xvfb did not start; Debian's package xvfb brings it");
        }
        return line.strip();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
