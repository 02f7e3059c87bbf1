package org.yici.agent.store;

/** Lets tests of other packages make a store fail. */
public final class StoreFaults {
    private StoreFaults() {}

    /** As a file system that is mounted read-only would, until it is set off again. */
    public static void refuseWrites(AgentStore store, boolean on) throws StoreException {
        store.refuseWrites(on);
    }
}
