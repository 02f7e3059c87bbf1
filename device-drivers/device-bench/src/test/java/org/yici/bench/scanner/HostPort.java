package org.yici.bench.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** The device file as the kiosk has it. It never blocks in a read, so that a test always ends. */
final class HostPort implements AutoCloseable {
    private final FileInputStream in;
    private final FileOutputStream out;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    HostPort(Path link) throws IOException {
        in = new FileInputStream(link.toFile());
        out = new FileOutputStream(link.toFile());
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** The next bytes that arrive are these. */
    void expect(byte[] bytes) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> hasReceived(bytes.length));
        byte[] all = received.toByteArray();
        received.reset();
        received.write(all, bytes.length, all.length - bytes.length);
        assertThat(Arrays.copyOf(all, bytes.length)).isEqualTo(bytes);
    }

    void expect(String text) {
        expect(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean hasReceived(int count) throws IOException {
        int waiting = in.available();
        if (waiting > 0) {
            byte[] bytes = new byte[waiting];
            received.write(bytes, 0, in.read(bytes));
        }
        return received.size() >= count;
    }

    @Override
    public void close() throws IOException {
        in.close();
        out.close();
    }
}
