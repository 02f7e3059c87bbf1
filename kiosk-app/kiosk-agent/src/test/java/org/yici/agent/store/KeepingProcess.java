package org.yici.agent.store;

import java.nio.file.Path;
import java.time.Instant;
import org.yici.agent.fixture.Facts;
import org.yici.contract.entry.Entry;

/**
 * Keeps entries as fast as it can and prints the key of each after its commit; or, with "open", opens a store, or with "start" begins with it
 * as an agent does, and says what came of it.
 */
final class KeepingProcess {
    private KeepingProcess() {}

    public static void main(String[] args) throws StoreException {
        if (args[0].equals("start")) {
            StoreOpener start = StoreOpener.open(Path.of(args[1]), Instant.now());
            System.out.println("stand-in " + start.store().isStandIn() + ", "
                    + start.store().trouble());
            start.store().close();
            return;
        }
        try (AgentStore store = AgentStore.open(Path.of(args[1]))) {
            if (args[0].equals("open")) {
                System.out.println("opened");
                return;
            }
            while (true) {
                Entry entry = Facts.entry(Facts.key(), 1, 2000);
                store.keepEntry(entry, Instant.now());
                System.out.println(entry.header().key());
            }
        } catch (StoreException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }
}
