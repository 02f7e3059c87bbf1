package org.yici.endurance.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The sweep's own books: what was offered, and what the agents said of it. Any thread. */
public final class Ledger {
    private final Map<Offer.Id, Offer> offered = new LinkedHashMap<>();
    private final Set<Offer.Id> kept = new HashSet<>();
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Set<UUID>> openIntents = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> doubtfulIntents = new LinkedHashMap<>();

    /** Before the agent hears of it. */
    public synchronized void offered(Offer offer) {
        offered.put(offer.id(), offer);
    }

    /** The agent said that it is kept. */
    public synchronized void kept(Offer offer) {
        kept.add(offer.id());
        intents(openIntents, offer.terminal()).remove(offer.key());
        intents(doubtfulIntents, offer.terminal()).remove(offer.key());
    }

    /** The agent said that it is not kept. */
    public synchronized void refused(String what) {
        refused.add(what);
    }

    /** The agent said that the intent is kept. */
    public synchronized void intentKept(String terminal, UUID key) {
        intents(openIntents, terminal).add(key);
    }

    /** Nobody knows whether this intent was kept, or whether the outcome that should close it was. */
    public synchronized void intentInDoubt(String terminal, UUID key) {
        intents(openIntents, terminal).remove(key);
        intents(doubtfulIntents, terminal).add(key);
    }

    private static Set<UUID> intents(Map<String, Set<UUID>> all, String terminal) {
        return all.computeIfAbsent(terminal, name -> new HashSet<>());
    }

    public synchronized Map<Offer.Id, Offer> offered() {
        return new LinkedHashMap<>(offered);
    }

    public synchronized Set<Offer.Id> kept() {
        return new HashSet<>(kept);
    }

    public synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    /** Intents that were kept and not closed. */
    public synchronized Set<UUID> openIntents(String terminal) {
        return new HashSet<>(intents(openIntents, terminal));
    }

    /** Intents that may be open. */
    public synchronized Set<UUID> doubtfulIntents(String terminal) {
        return new HashSet<>(intents(doubtfulIntents, terminal));
    }
}
