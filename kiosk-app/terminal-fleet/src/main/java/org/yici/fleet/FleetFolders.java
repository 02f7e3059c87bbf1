package org.yici.fleet;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo that the terminals belong to, as {@code deploy/keep} wrote it down.
 *
 * @param broker host:port
 * @param database host:port
 */
record FleetFolders(String broker, String database, String databasePassword, String centreRoot) {
    static FleetFolders ofEnvironment() {
        String file = Optional.ofNullable(System.getenv("YICI_READY"))
                .orElseThrow(
                        () -> new IllegalStateException("YICI_READY is not set: start this with deploy/lib/with-demo"));
        return JsonMapper.shared().readValue(Path.of(file).toFile(), FleetFolders.class);
    }

    Path key(String name) {
        return Path.of(centreRoot, "etc/yici/keys", name);
    }

    Path trust(String name) {
        return Path.of(centreRoot, "public/trust", name);
    }
}
