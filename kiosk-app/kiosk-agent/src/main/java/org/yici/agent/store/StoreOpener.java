package org.yici.agent.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.store.StoreException.Reason;

/**
 * The store as an agent begins with it: its own, or, where that is refused, a stand-in that keeps nothing, so that the terminal can say what
 * is wrong with it.
 *
 * <p>A damaged store is moved aside whole, for people to look at. Beside the store lies a small file that says since when there is one; as
 * long as it lies there and a sound store does not, nothing begins anew by itself.
 *
 * @param refused why its own was refused
 */
public record StoreOpener(AgentStore store, Optional<StoreException> refused) {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** SQLite's own files beside the database. */
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    /** Opens the store, or a stand-in. */
    public static StoreOpener open(Path file, Instant now) throws StoreException {
        try {
            AgentStore store = sound(file, now);
            return new StoreOpener(store, Optional.empty());
        } catch (StoreException e) {
            LOG.error("Nothing can be kept: {}", e.getMessage());
            if (e.reason() == Reason.DAMAGED && Files.exists(file)) {
                moveAside(file, now);
            }
            return new StoreOpener(AgentStore.standIn(e), Optional.of(e));
        }
    }

    /** Whether a start now would find a store that can be used. Changes nothing but what opening it changes. */
    public static boolean wouldBeSound(Path file, Instant now) {
        try {
            AgentStore store = sound(file, now);
            store.probe(now);
            boolean usable = store.trouble().isEmpty();
            store.close();
            return usable;
        } catch (StoreException e) {
            return false;
        }
    }

    private static AgentStore sound(Path file, Instant now) throws StoreException {
        Path since = since(file);
        if (Files.exists(since) && isEmpty(file)) {
            throw new StoreException(
                    Reason.DAMAGED,
                    file,
                    "it is gone or empty, and " + since.getFileName()
                            + " says that there was one; put it back, or take that file away to begin with an empty store");
        }
        AgentStore store = AgentStore.open(file);
        remember(since, now);
        return store;
    }

    private static Path since(Path file) {
        return file.resolveSibling(file.getFileName() + ".since");
    }

    private static boolean isEmpty(Path file) {
        try {
            return !Files.exists(file) || Files.size(file) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Without it a start after a loss would look like the first of all. */
    private static void remember(Path since, Instant now) {
        if (!Files.exists(since)) {
            try {
                Files.writeString(since, now + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
                LOG.info("The store is new");
            } catch (IOException e) {
                LOG.warn("{} cannot be written: {}", since, e.toString());
            }
        }
    }

    private static void moveAside(Path file, Instant now) {
        String aside = file.getFileName() + ".damaged-" + NAME.format(now);
        for (String part : PARTS) {
            Path from = file.resolveSibling(file.getFileName() + part);
            Path to = file.resolveSibling(aside + part);
            try {
                if (Files.exists(from)) {
                    Files.move(from, to);
                    LOG.error("{} was moved to {}", from, to.getFileName());
                }
            } catch (IOException e) {
                LOG.error("{} stays where it is: {}", from, e.toString());
            }
        }
    }
}
