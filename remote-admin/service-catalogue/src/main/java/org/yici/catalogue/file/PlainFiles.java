package org.yici.catalogue.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yici.catalogue.fault.CatalogueException;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;

/** Reads files below one folder, never through a link and never more than a bound. */
final class PlainFiles {
    private final Path root;

    /** {@code folder} itself may be a link, as a release's {@code current} is. */
    PlainFiles(Path folder) throws CatalogueException {
        try {
            this.root = folder.toRealPath();
        } catch (IOException e) {
            throw new CatalogueException(Fault.ofFile(Rule.MANIFEST, folder.toString(), "no such folder"));
        }
    }

    Path root() {
        return root;
    }

    boolean exists(String path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    byte[] read(String path, int most) throws CatalogueException {
        Path file = root.resolve(path);
        checkPlain(file, path);
        try (InputStream in = Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new CatalogueException(
                        Fault.ofFile(Rule.TOO_LARGE, path, "more than " + most + " bytes", String.valueOf(most)));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new CatalogueException(Fault.ofFile(Rule.FILE_MISSING, path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The names in the folder at {@code path}, which ends with a slash or is empty; none when it is not there. */
    SortedSet<String> names(String path) throws CatalogueException {
        SortedSet<String> names = new TreeSet<>();
        Path folder = root.resolve(path);
        if (!exists(path)) {
            return names;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new CatalogueException(Fault.ofFile(Rule.PLAIN_FILE, path));
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(path + entry.getFileName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return names;
    }

    private void checkPlain(Path file, String path) throws CatalogueException {
        for (Path step = file.getParent(); step != null && !step.equals(root); step = step.getParent()) {
            if (Files.exists(step, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS)) {
                throw new CatalogueException(Fault.ofFile(Rule.PLAIN_FILE, path));
            }
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CatalogueException(Fault.ofFile(Rule.PLAIN_FILE, path));
        }
    }
}
