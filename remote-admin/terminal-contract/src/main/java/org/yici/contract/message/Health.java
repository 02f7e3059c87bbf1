package org.yici.contract.message;

import java.time.Instant;
import java.util.List;

/** How a terminal is; sent at each change and at least every minute. */
public record Health(int version, String terminal, Stamp stamp, Instant at, Condition condition) {
    /**
     * What a terminal tells of itself.
     *
     * @param session {@code none}, {@code idle} or {@code citizen}
     * @param outboxRows entries that the centre has not recorded yet
     */
    public record Condition(List<DeviceReport> devices, String session, long outboxRows) {
        private static final int MOST_DEVICES = 16;

        public Condition {
            devices = List.copyOf(devices);
            ReportText.checkSize("devices", devices, MOST_DEVICES);
            ReportText.checkWord("session", session);
            if (outboxRows < 0) {
                throw new IllegalArgumentException("outboxRows is not negative");
            }
        }
    }
}
