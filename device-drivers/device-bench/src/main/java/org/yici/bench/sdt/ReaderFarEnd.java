package org.yici.bench.sdt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.bench.pty.PortLink;
import org.yici.bench.pty.PseudoTerminal;

/**
 * A resident-ID-card reader on a serial line: a pseudo-terminal whose other side the kiosk finds below a link of fixed name.
 * To unplug it removes the link and hangs up; to plug in makes a new pair below the same name. Any thread.
 */
public final class ReaderFarEnd implements AutoCloseable {
    private final PortLink link;
    private final boolean wireSpeed;
    private final Runnable changed;
    private final CardReader reader = new CardReader();
    private @Nullable ReaderLine line;

    /**
     * @param link what the kiosk opens; a link of this name that a former run left behind is removed
     * @param group who may open the port besides the bench's own user
     * @param wireSpeed whether answers take the time they take at 115200 baud
     * @param changed called when the port was opened or closed or a card was read, on the reader's own thread
     */
    public ReaderFarEnd(Path link, Optional<String> group, boolean wireSpeed, Runnable changed) throws IOException {
        this.link = new PortLink(link, group);
        this.wireSpeed = wireSpeed;
        this.changed = changed;
    }

    public CardReader reader() {
        return reader;
    }

    public Path link() {
        return link.path();
    }

    public synchronized boolean isPlugged() {
        return line != null;
    }

    /** Whether the kiosk has the port open. */
    public synchronized boolean isOpened() {
        return line != null && line.isOpened();
    }

    public synchronized void plug() throws IOException {
        if (line != null) {
            return;
        }
        reader.powerOn();
        ReaderLine fresh = new ReaderLine(PseudoTerminal.open(), reader, wireSpeed, changed);
        line = fresh;
        try {
            link.lead(fresh.slave());
        } catch (IOException e) {
            unplug();
            throw e;
        }
    }

    public synchronized void unplug() throws IOException {
        link.remove();
        if (line != null) {
            line.close();
            line = null;
        }
    }

    @Override
    public void close() throws IOException {
        unplug();
    }
}
