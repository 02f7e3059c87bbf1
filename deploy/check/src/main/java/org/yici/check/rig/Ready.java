package org.yici.check.rig;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the demo that is looked at can be reached; written by {@code deploy/keep}.
 *
 * @param keeper path of the socket on which the keeper takes orders
 * @param clock path of the file that sets the clock of agent and sessions; empty where they have the machine's
 */
public record Ready(
        String bench,
        String pages,
        String firstAccountCode,
        String terminal,
        String database,
        String databasePassword,
        String printer,
        String root,
        String terminalRoot,
        String centreRoot,
        String benchRoot,
        String stage,
        String display,
        String xAuthority,
        String broker,
        String keeper,
        String clock) {
    public static Ready read(Path file) {
        return JsonMapper.shared().readValue(file.toFile(), Ready.class);
    }

    /** The demo that {@code deploy/lib/with-demo} started this program in. */
    public static Ready ofEnvironment() {
        return read(Path.of(Optional.ofNullable(System.getenv("YICI_READY"))
                .orElseThrow(() -> new Unmet("YICI_READY is not set: start this with deploy/lib/with-demo"))));
    }
}
