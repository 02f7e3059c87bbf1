package org.yici.bench.sdt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.bench.pty.PseudoTerminal;

/**
 * A resident-ID-card reader on a serial line: a pseudo-terminal whose other side the kiosk finds below a link of fixed name.
 * To unplug it removes the link and hangs up; to plug in makes a new pair below the same name. Any thread.
 */
public final class ReaderFarEnd implements AutoCloseable {
    private final Path link;
    private final Optional<String> group;
    private final boolean wireSpeed;
    private final Runnable changed;
    private final CardReader reader = new CardReader();
    private @Nullable ReaderLine line;

    /**
     * @param link what the kiosk opens; its folder is emptied of links that a former run left behind, as they may lead to
     *     somebody else's terminal by now
     * @param group who may open the port besides the bench's own user
     * @param wireSpeed whether answers take the time they take at 115200 baud
     * @param changed called when the port was opened or closed or a card was read, on the reader's own thread
     */
    public ReaderFarEnd(Path link, Optional<String> group, boolean wireSpeed, Runnable changed) throws IOException {
        this.link = link;
        this.group = group;
        this.wireSpeed = wireSpeed;
        this.changed = changed;
        prepareFolder();
    }

    private Path folder() {
        return Optional.ofNullable(link.toAbsolutePath().getParent()).orElseThrow();
    }

    private void prepareFolder() throws IOException {
        makeShared(folder());
        try (var entries = Files.newDirectoryStream(folder(), Files::isSymbolicLink)) {
            for (Path stale : entries) {
                Files.delete(stale);
            }
        }
        share(folder(), "rwxr-x---");
    }

    /** Makes the folder and those above it that are missing; the group gets through all that were made. */
    private void makeShared(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder.getParent();
            if (above != null) {
                makeShared(above);
            }
            Files.createDirectory(folder);
            share(folder, "rwxr-x---");
        }
    }

    public CardReader reader() {
        return reader;
    }

    public Path link() {
        return link;
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
        PseudoTerminal terminal = PseudoTerminal.open();
        try {
            share(terminal.slave(), "rw-rw----");
            Path fresh = folder().resolve(link.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, terminal.slave());
            reader.powerOn();
            line = new ReaderLine(terminal, reader, wireSpeed, changed);
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (line == null) {
                terminal.close();
            }
            unplug();
            throw e;
        }
    }

    public synchronized void unplug() throws IOException {
        Files.deleteIfExists(link);
        if (line != null) {
            line.close();
            line = null;
        }
    }

    private void share(Path path, String permissions) throws IOException {
        if (group.isEmpty()) {
            return;
        }
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setGroup(path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group.get()));
        view.setPermissions(PosixFilePermissions.fromString(permissions));
    }

    @Override
    public void close() throws IOException {
        unplug();
    }
}
