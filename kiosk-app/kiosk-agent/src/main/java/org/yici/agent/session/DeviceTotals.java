package org.yici.agent.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.StoreException;
import org.yici.contract.message.DeviceReport;

/**
 * Adds up what devices count: each session counts from nothing, the centre is told the sum of all. Closed words and numbers only, so that
 * nothing that a session knows of its citizen can get in. What cannot be kept is counted again at the session's next word. Of the loop.
 */
final class DeviceTotals {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceTotals.class);
    private static final Set<String> COUNTERS = Set.of("reads", "failures", "pages", "losses");
    /** No citizen waits for so many of anything. */
    private static final long MOST_AT_ONCE = 1_000_000;

    private final AgentStore store;
    private final Map<String, Map<String, Long>> totals;
    private final Map<String, Map<String, Long>> ofSession = new HashMap<>();
    private @Nullable UUID session;

    DeviceTotals(AgentStore store) throws StoreException {
        this.store = store;
        this.totals = store.deviceCounts();
    }

    /** The reports of {@code session}, with totals in place of its own counts. */
    List<DeviceReport> added(UUID session, List<DeviceReport> reports) {
        if (!session.equals(this.session)) {
            this.session = session;
            ofSession.clear();
        }
        return reports.stream().map(this::added).toList();
    }

    private DeviceReport added(DeviceReport report) {
        Map<String, Long> told = closed(report.counts());
        Map<String, Long> before = ofSession.getOrDefault(report.id(), Map.of());
        Map<String, Long> more = told.entrySet().stream()
                .filter(count -> count.getValue() > before.getOrDefault(count.getKey(), 0L))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue() - before.getOrDefault(count.getKey(), 0L)));
        if (!more.isEmpty() && isKept(report.id(), more)) {
            ofSession.put(report.id(), told);
            Map<String, Long> total = totals.computeIfAbsent(report.id(), device -> new HashMap<>());
            more.forEach((counter, number) -> total.merge(counter, number, Long::sum));
        }
        return report.with(totals.getOrDefault(report.id(), Map.of()));
    }

    private static Map<String, Long> closed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> COUNTERS.contains(count.getKey()))
                .filter(count -> count.getValue() > 0 && count.getValue() <= MOST_AT_ONCE)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isKept(String device, Map<String, Long> more) {
        try {
            store.count(device, more);
            return true;
        } catch (StoreException e) {
            LOG.warn("What a device counted is not kept yet: {}", e.getMessage());
            return false;
        }
    }
}
