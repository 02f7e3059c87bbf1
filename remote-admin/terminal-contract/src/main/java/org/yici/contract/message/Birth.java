package org.yici.contract.message;

import java.time.Instant;

/**
 * The first message of a connection.
 *
 * @param version version of this message's form, 1
 * @param keepAliveSeconds the MQTT keep-alive of this connection
 * @param software version of the program
 * @param commit commit that it was built from
 */
public record Birth(
        int version,
        String terminal,
        Stamp stamp,
        Instant at,
        int keepAliveSeconds,
        String software,
        String commit,
        Health.Condition condition) {
    private static final int LONGEST_KEEP_ALIVE = 65_535;

    public Birth {
        ReportText.checkText("software", software);
        ReportText.checkText("commit", commit);
        if (keepAliveSeconds < 0 || keepAliveSeconds > LONGEST_KEEP_ALIVE) {
            throw new IllegalArgumentException(
                    "keepAliveSeconds is 0 to " + LONGEST_KEEP_ALIVE + " (MQTT 5, 3.1.2.10)");
        }
    }
}
