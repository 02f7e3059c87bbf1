package org.yici.bench.scanner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yici.bench.pty.PortLink;
import org.yici.bench.pty.PseudoTerminal;

/**
 * A code scanner on a serial line: a pseudo-terminal whose other side the kiosk finds below a link of fixed name. To unplug
 * it removes the link and hangs up; to plug in makes a new pair below the same name. Any thread.
 */
public final class ScannerFarEnd implements AutoCloseable {
    private final PortLink link;
    private final boolean wireSpeed;
    private final LongSupplier nanos;
    private final Runnable changed;
    private final CodeScanner scanner;
    private ScannerProtocol protocol;
    private @Nullable ScannerLine line;

    /**
     * @param link what the kiosk opens; a link of this name that a former run left behind is removed
     * @param group who may open the port besides the bench's own user
     * @param wireSpeed whether codes take the time they take at 115200 baud
     * @param changed called when the port was opened or closed, the scanner began or ended to look or saw a code, on the
     *     scanner's own thread
     */
    public ScannerFarEnd(
            Path link, Optional<String> group, ScannerProtocol protocol, boolean wireSpeed, Runnable changed)
            throws IOException {
        this(new PortLink(link, group), protocol, wireSpeed, System::nanoTime, changed);
    }

    /**
     * @param nanos the clock of time-outs; the pace of bytes has its own
     */
    ScannerFarEnd(PortLink link, ScannerProtocol protocol, boolean wireSpeed, LongSupplier nanos, Runnable changed) {
        this.link = link;
        this.protocol = protocol;
        this.wireSpeed = wireSpeed;
        this.nanos = nanos;
        this.changed = changed;
        scanner = new CodeScanner(nanos);
    }

    public CodeScanner scanner() {
        return scanner;
    }

    public Path link() {
        return link.path();
    }

    public synchronized ScannerProtocol protocol() {
        return protocol;
    }

    public synchronized boolean isPlugged() {
        return line != null;
    }

    /** Whether the kiosk has the port open. */
    public synchronized boolean isOpened() {
        return line != null && line.isOpened();
    }

    /** Puts a scanner of another kind, or another one of the same, into the place of this one; what is unplugged stays so. */
    public synchronized void replace(ScannerProtocol by) throws IOException {
        boolean plugged = isPlugged();
        unplug();
        protocol = by;
        if (plugged) {
            plug();
        }
    }

    public synchronized void plug() throws IOException {
        if (line != null) {
            return;
        }
        scanner.powerOn(protocol.looksAlways());
        ScannerLine fresh = new ScannerLine(PseudoTerminal.open(), scanner, dialect(), wireSpeed, nanos, changed);
        line = fresh;
        try {
            link.lead(fresh.slave());
        } catch (IOException e) {
            unplug();
            throw e;
        }
    }

    private Dialect dialect() {
        return switch (protocol) {
            case NEWLAND -> new NewlandDialect(scanner);
            case HONEYWELL -> new HoneywellDialect(scanner);
            case ZEBRA_SSI -> new SsiDialect(scanner, nanos);
            case PLAIN -> new PlainDialect(scanner);
        };
    }

    public synchronized void unplug() throws IOException {
        link.remove();
        if (line != null) {
            line.close();
            line = null;
        }
        scanner.powerOff();
    }

    @Override
    public void close() throws IOException {
        unplug();
    }
}
