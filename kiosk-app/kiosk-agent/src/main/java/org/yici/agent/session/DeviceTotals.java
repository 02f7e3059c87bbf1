package org.yici.agent.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.StoreException;
import org.yici.contract.message.DeviceReport;

/**
 * Adds up what devices count: each session counts from nothing, the centre is told the sum of all. Closed words and numbers only, so that
 * nothing that a session knows of its citizen can get in. What cannot be kept now is kept at the session's next word. Of the loop.
 */
final class DeviceTotals {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceTotals.class);
    private static final Set<String> COUNTERS = Set.of("reads", "failures", "pages", "losses");
    /** No session lives to see so many of anything. */
    private static final long MOST = 1_000_000;

    private final AgentStore store;
    private final Map<String, Map<String, Long>> known = new HashMap<>();

    DeviceTotals(AgentStore store) {
        this.store = store;
    }

    /** The reports of {@code session}, with totals in place of its own counts. */
    List<DeviceReport> added(UUID session, List<DeviceReport> reports) {
        return reports.stream().map(report -> added(session, report)).toList();
    }

    private DeviceReport added(UUID session, DeviceReport report) {
        try {
            known.put(report.id(), store.count(session, report.id(), closed(report.counts())));
        } catch (StoreException e) {
            LOG.warn("What a device counted is not kept yet: {}", e.getMessage());
        }
        return report.with(known.getOrDefault(report.id(), Map.of()));
    }

    private static Map<String, Long> closed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> COUNTERS.contains(count.getKey()))
                .filter(count -> count.getValue() > 0 && count.getValue() <= MOST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
