package org.yici.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Sees to it that one agent alone works on a folder. The kernel lets go when the process ends, however it ends. */
final class OneAgent implements AutoCloseable {
    private final FileChannel channel;

    private OneAgent(FileChannel channel) {
        this.channel = channel;
    }

    static OneAgent in(Path folder) throws IOException {
        Path file = folder.resolve("agent.lock");
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
        return new OneAgent(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
