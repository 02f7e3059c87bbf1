package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.SessionEvent;

/** Two instances of the service at one broker and one database. */
class InstancesTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path data;

    /** The keys of the second instance: the same, but for its own certificate at the broker. */
    private Path secondKeys() throws IOException {
        Path folder = Files.createDirectories(data.resolve("second-keys"));
        try (Stream<Path> files = Files.list(TestKeys.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        for (String kind : List.of(".pem", ".key")) {
            Files.delete(folder.resolve("service-mqtt" + kind));
            Files.copy(TestKeys.folder().resolve("service-2-mqtt" + kind), folder.resolve("service-mqtt" + kind));
        }
        return folder;
    }

    private static Entry event(TestTerminal terminal) {
        SessionEvent event = new SessionEvent("s", "CARD_READ", SessionEvent.Level.INFO, Map.of(), Instant.now());
        return Entry.open(
                new EntryHeader(terminal.id(), TestAgent.key(), 1, EntryKinds.SESSION_EVENT, 1), Json.tree(event));
    }

    private static UUID key(Entry entry) {
        return entry.header().key();
    }

    @Test
    void shareTheTerminalsAndTakeOverWhenOneEnds() throws Exception {
        String database = PrivatePostgres.freshDatabase();
        try (MosquittoBroker broker = MosquittoBroker.start();
                TestService first = TestService.start(data.resolve("first"), database, broker.settings())) {
            Map<String, String> settings = new HashMap<>(broker.settings());
            settings.put("yici.keys", secondKeys().toString());
            TestService second = TestService.start(data.resolve("second"), database, settings);
            List<TestTerminal> terminals = new ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                terminals.add(first.enrolled("town-%04d".formatted(i), "乡镇"));
            }
            List<TestAgent> agents = new ArrayList<>();
            for (TestTerminal terminal : terminals) {
                TestAgent agent = TestAgent.connect(terminal, broker.address(), 1);
                agent.birth();
                agents.add(agent);
            }
            // Both deal with all for half a minute after the second came; then each with its own.
            await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> {
                for (TestAgent agent : agents) {
                    agent.health("full");
                }
                return first.rows("select distinct watch from terminal_state").size() == 2;
            });
            await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> areAnsweredOnce(terminals, agents));

            second.close();
            for (int i = 0; i < agents.size(); i++) {
                Entry entry = event(terminals.get(i));
                TestAgent agent = agents.get(i);
                await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> {
                    agent.entry(entry);
                    return !first.rows("select 1 from entry where key = ?", key(entry))
                            .isEmpty();
                });
                agent.close();
            }
            assertThat(first.rows("select 1 from entry where result <> 'RECORDED'"))
                    .isEmpty();
        }
    }

    private static boolean areAnsweredOnce(List<TestTerminal> terminals, List<TestAgent> agents) throws Exception {
        boolean once = true;
        for (int i = 0; i < agents.size(); i++) {
            agents.get(i).forgetRecorded();
            agents.get(i).entry(event(terminals.get(i)));
            agents.get(i).awaitRecorded();
        }
        for (int i = 0; i < agents.size(); i++) {
            Entry last = event(terminals.get(i));
            agents.get(i).entry(last);
            // Answers to one terminal come in order from one instance; a second instance's would be between them.
            once &= agents.get(i).awaitRecorded().key().equals(key(last));
        }
        return once;
    }
}
