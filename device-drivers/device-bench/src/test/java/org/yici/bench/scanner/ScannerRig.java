package org.yici.bench.scanner;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.yici.bench.pty.PortLink;

/** A scanner on a real pseudo-terminal, its port opened by a host, and a clock that stands still until it is moved. */
final class ScannerRig implements AutoCloseable {
    private final AtomicLong nanos = new AtomicLong();
    final ScannerFarEnd farEnd;
    final CodeScanner scanner;
    final HostPort port;
    private final ScannerProtocol protocol;

    ScannerRig(Path folder, ScannerProtocol protocol) throws IOException {
        this.protocol = protocol;
        PortLink link = new PortLink(folder.resolve("run/scanner"), Optional.empty());
        farEnd = new ScannerFarEnd(link, protocol, false, nanos::get, () -> {});
        farEnd.plug();
        scanner = farEnd.scanner();
        port = new HostPort(link.path());
    }

    void with(ScannerQuirk quirk) {
        scanner.set(quirk, true);
    }

    void hold(String text) {
        scanner.hold(new HeldCode(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a command of the golden file and expects its answers. */
    void exchange(String title) throws IOException {
        Golden.Conversation conversation = Golden.conversation(protocol, title);
        port.send(conversation.request());
        conversation.answered().forEach(port::expect);
    }

    /** Sends a command of the golden file alone. */
    void send(String title) throws IOException {
        port.send(Golden.conversation(protocol, title).request());
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Moves the clock on until so many bytes have come. */
    void passUntilReceived(int count) {
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            pass(Duration.ofMillis(100));
            return port.hasReceived(count);
        });
    }

    @Override
    public void close() throws IOException {
        port.close();
        farEnd.close();
    }
}
