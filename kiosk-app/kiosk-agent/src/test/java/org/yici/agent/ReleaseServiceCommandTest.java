package org.yici.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.ForegroundSession;
import org.yici.agent.store.ReleasedService;
import org.yici.base.ErrorCode;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;
import org.yici.contract.StoppableService;
import picocli.CommandLine;

class ReleaseServiceCommandTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    private Path store;

    @BeforeEach
    void place() {
        store = data.resolve("var/lib/yici/agent.db");
    }

    private int release(String... options) {
        CommandLine line = Agent.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[options.length + 3];
        all[0] = "release-service";
        all[1] = "--data";
        all[2] = data.toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return line.execute(all);
    }

    private AgentStore stopped() throws Exception {
        AgentStore opened = AgentStore.open(store);
        new EventRecorder(opened, new TerminalId("demo-0001"), new Uuid7(time, new SecureRandom()), time)
                .keepStop(
                        new ForegroundSession(UUID.randomUUID(), 1),
                        StoppableService.CERTIFICATES,
                        ErrorCode.DOCUMENT_HOLDER_WRONG);
        return opened;
    }

    @Test
    void releasesInAStoreThatNobodyHasOpen() throws Exception {
        stopped().close();
        assertThat(release("certificates")).isZero();
        assertThat(out.toString()).contains("certificates is released", "D09");
        assertThat(ReleasedService.stoppedIn(store)).isEmpty();
        assertThat(release("certificates")).isEqualTo(3);
        assertThat(err.toString()).contains("not stopped");
    }

    @Test
    void releasesBesideTheAgentThatHasTheStoreOpen() throws Exception {
        try (AgentStore agent = stopped()) {
            assertThat(release("certificates")).isZero();
            assertThat(agent.stoppedServices()).isEqualTo(Map.of());
            assertThat(agent.releasedServices()).containsExactly("certificates");
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertThat(release("certificates")).as("no store").isEqualTo(4);
        assertThat(err.toString()).contains("--data");
        assertThat(Files.exists(store)).as("makes none").isFalse();
        assertThat(release("printing")).as("no such service").isEqualTo(2);
        assertThat(err.toString()).contains("[certificates]");
        assertThat(release()).isEqualTo(2);
        Files.createDirectories(store.getParent());
        Files.writeString(store, "not a database, and long enough that SQLite looks at it as one would look at a file");
        assertThat(release("certificates")).as("no store of ours").isEqualTo(5);
        assertThat(err.toString()).contains(store.toString());
    }
}
