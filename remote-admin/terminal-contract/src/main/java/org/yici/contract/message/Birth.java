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
        Health.Condition condition) {}
