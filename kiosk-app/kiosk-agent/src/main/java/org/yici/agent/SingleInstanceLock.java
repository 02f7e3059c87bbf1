package org.yici.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that one agent alone works on a folder. The kernel lets go when the process ends, however it ends. */
final class SingleInstanceLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstanceLock.class);

    private final Optional<FileChannel> channel;

    private SingleInstanceLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    static SingleInstanceLock in(Path folder) throws IOException {
        Path file = folder.resolve("agent.lock");
        if (Files.exists(file) && !Files.isWritable(file)) {
            // A folder that cannot be written: this agent will not write there either, and says so on the screen.
            LOG.warn("{} cannot be written", file);
            return new SingleInstanceLock(Optional.empty());
        }
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("another agent works on " + folder);
        }
        return new SingleInstanceLock(Optional.of(channel));
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
