package org.yici.agent.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.yici.agent.fixture.Facts;

/** Fills the disk on which its folder lies, makes room again, and says what became of the store. */
final class FullDiskProcess {
    private FullDiskProcess() {}

    public static void main(String[] args) throws StoreException, IOException {
        Path folder = Path.of(args[0]);
        Path file = folder.resolve("agent.db");
        Path ballast = Files.write(folder.resolve("ballast"), new byte[400 * 1024]);
        long kept = 0;
        try (AgentStore store = StoreOpener.open(file, Instant.now()).store()) {
            try {
                while (true) {
                    store.keepEntry(Facts.entry(Facts.key(), 1, 2000), Instant.now());
                    kept++;
                }
            } catch (StoreException e) {
                System.out.println(
                        "refused " + e.reason() + ", " + store.trouble().orElseThrow());
            }
            Files.delete(ballast);
            store.probe(Instant.now());
            System.out.println("room again: " + store.trouble());
            store.keepEntry(Facts.entry(Facts.key(), 1, 2000), Instant.now());
            kept++;
        }
        StoreOpener again = StoreOpener.open(file, Instant.now());
        try (AgentStore store = again.store()) {
            System.out.println("lost " + (kept - store.outboxRows()) + " of " + kept + ", " + again.refused());
        }
    }
}
