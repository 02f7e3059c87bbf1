package org.yici.bench.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.yici.bench.access.DeviceGroup;

/**
 * The fixed name below which the kiosk finds a serial port: a link that leads to a pseudo-terminal while the device is
 * plugged in. One thread at a time.
 */
public final class PortLink {
    private final Path path;
    private final DeviceGroup group;

    /**
     * Makes the link's folder. A link of this name that a former run left behind is removed, as it may lead to somebody else's
     * terminal by now.
     *
     * @param group who may open the port besides the bench's own user
     */
    public PortLink(Path path, Optional<String> group) throws IOException {
        this.path = path.toAbsolutePath();
        this.group = new DeviceGroup(group);
        this.group.makeFolder(folder());
        Files.deleteIfExists(fresh());
        remove();
    }

    public Path path() {
        return path;
    }

    /** Leads to the kiosk's side of a pseudo-terminal from now on. */
    public void lead(Path slave) throws IOException {
        group.shareFile(slave);
        Files.deleteIfExists(fresh());
        Files.createSymbolicLink(fresh(), slave);
        Files.move(fresh(), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public void remove() throws IOException {
        Files.deleteIfExists(path);
    }

    private Path folder() {
        return Optional.ofNullable(path.getParent()).orElseThrow();
    }

    private Path fresh() {
        return path.resolveSibling(path.getFileName() + ".new");
    }
}
