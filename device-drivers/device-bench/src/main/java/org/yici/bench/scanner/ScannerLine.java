package org.yici.bench.scanner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.yici.bench.pty.Cable;
import org.yici.bench.pty.Pace;
import org.yici.bench.pty.PseudoTerminal;

/** The scanner on a plugged-in cable: brings the host's commands to it, and to the host what it answers and sees. */
final class ScannerLine implements Cable.Device, AutoCloseable {
    /** A command takes a few milliseconds on the wire; half of one that stays half this long is given up. */
    private static final Duration GAP = Duration.ofMillis(500);

    private static final Pace SLOW = new Pace(1, Duration.ofMillis(10));

    private final CodeScanner scanner;
    private final Dialect dialect;
    private final boolean wireSpeed;
    private final LongSupplier nanos;
    private final Runnable changed;
    private long lastBytes;
    private boolean looked;
    private final Cable cable;

    ScannerLine(
            PseudoTerminal terminal,
            CodeScanner scanner,
            Dialect dialect,
            boolean wireSpeed,
            LongSupplier nanos,
            Runnable changed) {
        this.scanner = scanner;
        this.dialect = dialect;
        this.wireSpeed = wireSpeed;
        this.nanos = nanos;
        this.changed = changed;
        lastBytes = nanos.getAsLong();
        cable = new Cable(terminal, "bench-scanner", this, changed);
    }

    /** Whether somebody has the port open. */
    boolean isOpened() {
        return cable.isOpened();
    }

    Path slave() {
        return cable.slave();
    }

    @Override
    public void arrived(byte[] bytes, Cable line) throws IOException {
        long now = nanos.getAsLong();
        if (now - lastBytes > GAP.toNanos()) {
            dialect.forget();
        }
        lastBytes = now;
        send(dialect.accept(bytes), line);
    }

    @Override
    public void turn(Cable line) throws IOException {
        send(dialect.due(), line);
        Optional<HeldCode> seen = dialect.isTelling() ? Optional.empty() : scanner.see();
        boolean looks = scanner.isLooking();
        if (seen.isPresent() || looks != looked) {
            looked = looks;
            changed.run();
        }
        if (seen.isPresent()) {
            send(dialect.tell(seen.get()), line);
        }
    }

    private void send(byte[] bytes, Cable line) throws IOException {
        if (bytes.length > 0 && !scanner.has(ScannerQuirk.MUTE)) {
            line.send(bytes, this::pace);
            dialect.sent();
        }
    }

    private Pace pace() {
        if (scanner.has(ScannerQuirk.SLOW)) {
            return SLOW;
        }
        return wireSpeed ? Pace.WIRE_SPEED : Pace.FULL_SPEED;
    }

    @Override
    public void close() {
        cable.close();
    }
}
