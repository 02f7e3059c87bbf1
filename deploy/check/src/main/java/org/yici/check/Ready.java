package org.yici.check;

import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Where the demo that is looked at can be reached; written by {@code deploy/keep}. */
record Ready(
        String bench,
        String pages,
        String firstAccountCode,
        String terminal,
        String database,
        String databasePassword) {
    static Ready read(Path file) {
        return JsonMapper.shared().readValue(file.toFile(), Ready.class);
    }
}
