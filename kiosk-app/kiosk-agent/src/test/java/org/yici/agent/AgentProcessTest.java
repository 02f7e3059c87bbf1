package org.yici.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.HttpsService;
import org.yici.agent.fixture.Mosquitto;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.fixture.ServiceAtBroker;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.base.Folders;
import org.yici.contract.Json;
import org.yici.contract.message.Death;
import org.yici.ipc.AgentMessage;

/** The program as the keeper starts it: a process of its own, with NOTIFY_SOCKET, ended by signals. */
class AgentProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Java has no datagram socket of the Unix kind; Python prints what it gets on one. */
    private static final String NOTIFY_LISTENER =
            """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            print("listening", flush=True)
            while True:
                print(s.recv(4096).decode().strip(), flush=True)
            """;

    @TempDir
    Path data;

    private Folders folders;
    private Mosquitto broker;
    private ServiceAtBroker service;
    private HttpsService https;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        folders = new Folders(data);
        ThrowawayCentre centre = ThrowawayCentre.get();
        centre.installTrust(folders);
        Facts.install(folders);
        centre.enrol(folders, Facts.TERMINAL);
        broker = Mosquitto.start(centre);
        service = ServiceAtBroker.connect(centre, broker.uri());
        https = HttpsService.start(centre, "service-tls");
        Files.writeString(
                folders.etc().resolve("agent.yaml"),
                "terminal: " + Facts.TERMINAL + "\nbrokerUri: " + broker.uri() + "\nserviceUrl: " + https.uri()
                        + "\nkeepAliveSeconds: 10\nsessionUsers: [" + System.getProperty("user.name") + "]\n");
    }

    @AfterEach
    void stop() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
        https.close();
        service.close();
        broker.close();
    }

    private Path words(int number) {
        return data.resolve("words-" + number);
    }

    private Process run(List<String> command, String... environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words(processes.size()).toFile());
        builder.environment().remove("NOTIFY_SOCKET");
        for (String variable : environment) {
            builder.environment().put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Process agent(String... environment) throws IOException {
        return run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Agent.class.getName(),
                        "run",
                        "--data",
                        data.toString()),
                environment);
    }

    private String said(int number) {
        try {
            return Files.readString(words(number), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void tellsItsKeeperThatItIsReadyAndAliveAndEndsCleanlyAtSigterm() throws Exception {
        Path socket = data.resolve("notify");
        run(List.of("/usr/bin/python3", "-c", NOTIFY_LISTENER, socket.toString()));
        await().atMost(PATIENCE).until(() -> said(0).contains("listening"));
        Process agent = agent("NOTIFY_SOCKET=" + socket);
        await().atMost(PATIENCE).until(() -> said(0).contains("READY=1"));
        try (ScriptedSession session = ScriptedSession.start(folders, 1).beat()) {
            await().atMost(PATIENCE).until(() -> session.all(AgentMessage.DisplayGrant.class).stream()
                    .anyMatch(state -> state.centreOnline()
                            && state.pass()
                                    .map(pass -> pass.value().equals(HttpsService.PASS))
                                    .orElse(false)));
            await().atMost(PATIENCE).until(() -> said(0).split("WATCHDOG=1", -1).length > 2);

            long before = System.nanoTime();
            agent.toHandle().destroy();
            assertThat(agent.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        }
        await().atMost(PATIENCE).until(() -> !service.deaths().isEmpty());
        assertThat(service.deaths()).allMatch(Death::clean).hasSize(1);
        assertThat(said(0)).contains("STOPPING=1");
        assertThat(Files.exists(folders.agentSocket())).isFalse();
        assertThat(Files.readString(folders.log().resolve("agent.log")))
                .contains("The agent of test-0001 runs", "The agent has ended")
                .doesNotContain("paho");
    }

    @Test
    void leavesItsWillWhenItIsKilledAndStartsAgain() throws Exception {
        Process first = agent();
        await().atMost(PATIENCE).until(() -> service.births().size() == 1);
        first.toHandle().destroyForcibly();
        await().atMost(PATIENCE).until(() -> !service.deaths().isEmpty());
        long connection = service.births().get(0).stamp().connection();
        assertThat(service.deaths()).containsExactly(new Death(1, Facts.TERMINAL, connection, false));
        agent();
        await().atMost(PATIENCE).until(() -> service.births().size() == 2);
        assertThat(service.births().get(1).stamp().connection()).isGreaterThan(connection);
    }

    @Test
    void refusesToWorkBesideAnother() throws Exception {
        agent();
        await().atMost(PATIENCE).until(() -> service.births().size() == 1);
        Process second = agent();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(said(1)).contains("another agent works on");
    }

    /** What the session in front is told; the screen shows it (`SessionStoriesTest`). */
    private Optional<String> outOfOrder(ScriptedSession session) {
        List<AgentMessage.DisplayGrant> told = session.all(AgentMessage.DisplayGrant.class);
        return told.isEmpty()
                ? Optional.of("nothing told")
                : told.get(told.size() - 1).outOfOrder();
    }

    private void awaitOutOfOrder(Optional<String> code) throws IOException {
        try (ScriptedSession session = session()) {
            await().atMost(PATIENCE).until(() -> outOfOrder(session).equals(code));
        }
    }

    /** The socket of an agent that was killed lies there until the next one has its own. */
    private ScriptedSession session() {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> ScriptedSession.start(folders, 1).beat(), s -> true);
    }

    @Test
    void isOutOfOrderWithADamagedStoreTellsTheCentreAndWaitsForPeople() throws Exception {
        Path store = folders.state().resolve("agent.db");
        Process first = agent();
        awaitOutOfOrder(Optional.empty());
        first.toHandle().destroyForcibly();
        first.waitFor(10, TimeUnit.SECONDS);
        // All of it: what the write-ahead log still holds would mend the rest.
        for (Path part : List.of(store, store.resolveSibling("agent.db-wal"))) {
            byte[] bytes = Files.readAllBytes(part);
            Arrays.fill(bytes, (byte) 1);
            Files.write(part, bytes);
        }

        Process second = agent();
        awaitOutOfOrder(Optional.of("K04"));
        assertThat(store).doesNotExist();
        try (Stream<Path> files = Files.list(folders.state())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("agent.db.damaged-"));
        }
        assertThat(Files.readString(folders.log().resolve("agent.log")))
                .contains("Nothing can be kept", "was moved to");
        await().atMost(PATIENCE).until(() -> service.entries().stream()
                .anyMatch(entry -> new String(Json.write(entry), StandardCharsets.UTF_8).contains("STORE_REFUSED")));
        second.toHandle().destroyForcibly();
        second.waitFor(10, TimeUnit.SECONDS);

        Process third = agent();
        awaitOutOfOrder(Optional.of("K04"));
        Files.delete(folders.state().resolve("agent.db.since"));
        assertThat(third.waitFor(30, TimeUnit.SECONDS)).as("ends to begin anew").isTrue();
        assertThat(third.exitValue()).isEqualTo(1);
        agent();
        awaitOutOfOrder(Optional.empty());
    }

    @Test
    void saysWhatIsMissingWhenItIsNotEnrolled() throws Exception {
        Files.delete(folders.state().resolve("terminal.p12"));
        Process agent = agent();
        assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isEqualTo(78);
        assertThat(said(0)).contains("not enrolled").contains("enrol");
    }
}
