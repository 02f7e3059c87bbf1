package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yici.admin.TestTerminal.answer;
import static org.yici.admin.TestTerminal.problem;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Problem;
import org.yici.contract.https.Resources;
import org.yici.contract.message.Recorded.Result;

/** Many citizens at once, and one citizen's request many times at once, over HTTPS on a real database. */
class IssuingTest {
    private static final List<Citizen> CITIZENS = List.of(
            new Citizen("林知夏", "000101198802290029"),
            new Citizen("𠮷龘", "000101195001010011"),
            new Citizen("欧阳明远", "000101197609171314"),
            new Citizen("陈禾", "00010219930412204X"),
            new Citizen("王守拙", "000102194107050179"),
            new Citizen("司徒静姝", "000102198403033267"),
            new Citizen("周小满", "000102200405200620"));

    @TempDir
    static Path data;

    private static TestService service;
    private static TestTerminal terminal;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        terminal = service.enrolled("crowd-0001", "示范大厅");
        http = HttpClient.newBuilder()
                .sslContext(terminal.tls(false, "service-ca.pem"))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(60))
                .build();
        service.sql().sql("update terminal set requests_per_hour = 100000").update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static <T> List<T> atOnce(List<Callable<T>> asked) throws Exception {
        ExecutorService citizens = Executors.newFixedThreadPool(asked.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : citizens.invokeAll(asked, 90, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            citizens.shutdownNow();
        }
    }

    private static Callable<HttpResponse<byte[]>> request(String pass, UUID key, Citizen citizen) {
        byte[] body = Json.write(new CopyRequest(citizen, terminal.evidence(), "social-insurance-record", "2026-11"));
        HttpRequest request = HttpRequest.newBuilder(service.terminals().resolve(Resources.COPIES))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + pass)
                .header(Resources.IDEMPOTENCY_KEY, key.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return () -> http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static int copies(Citizen citizen) {
        return service.sql()
                .sql("select coalesce(sum(copies), 0) from reference.certificate where holder_number = ?")
                .param(citizen.number())
                .query(Integer.class)
                .single();
    }

    @Test
    void answersParallelRepeatsOfOneKeyWithOneCopy() throws Exception {
        String pass = terminal.pass().pass();
        for (Citizen citizen : CITIZENS.subList(0, 4)) {
            int before = copies(citizen);
            UUID key = UUID.randomUUID();

            List<HttpResponse<byte[]>> answers = atOnce(List.of(
                    request(pass, key, citizen),
                    request(pass, key, citizen),
                    request(pass, key, citizen),
                    request(pass, key, citizen)));

            Set<String> given = new HashSet<>();
            for (HttpResponse<byte[]> answer : answers) {
                IssuedCopy copy = answer(answer, IssuedCopy.class);
                given.add(copy.copyId() + " " + copy.copyNumber() + " " + copy.sha256());
            }
            assertThat(given).as("copies under one key").hasSize(1);
            assertThat(copies(citizen)).isEqualTo(before + 1);
        }
    }

    @Test
    void servesOrTellsAHundredCitizensAtOnceWhileTerminalsGoOnBeingHeard() throws Exception {
        String pass = terminal.pass().pass();
        TestTerminal neighbour = service.enrolled("crowd-0002", "邻厅");
        List<Callable<HttpResponse<byte[]>>> crowd = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            crowd.add(request(pass, UUID.randomUUID(), CITIZENS.get(i % CITIZENS.size())));
        }
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (TestAgent agent = TestAgent.connect(neighbour, service.broker(), System.currentTimeMillis())) {
            agent.birth();
            Future<List<HttpResponse<byte[]>>> crowded = beside.submit(() -> atOnce(crowd));
            int heard = 0;
            do {
                UUID key = TestAgent.key();
                agent.health(heard % 2 == 0 ? "out" : "full");
                agent.entry(event(neighbour, key));
                assertThat(agent.awaitRecorded().result()).isEqualTo(Result.RECORDED);
                heard++;
            } while (!crowded.isDone());

            int served = 0;
            for (HttpResponse<byte[]> answer : crowded.get()) {
                if (answer.statusCode() == 200) {
                    served++;
                } else {
                    told(answer);
                }
            }
            assertThat(served).as("citizens who were served at once").isPositive();
            assertThat(heard)
                    .as("words of a terminal that were answered meanwhile")
                    .isGreaterThan(1);
            assertThat(agent.isConnected()).as("line to the broker").isTrue();
            // Of healths five a second pass, and more were said: one that is said from now on is shown.
            long lastHealth = 2L * heard - 1;
            await().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                agent.health("out");
                assertThat(service.rows(
                                "select sequence, online from terminal_state where terminal = ?", neighbour.id()))
                        .singleElement()
                        .satisfies(state -> {
                            assertThat(state).containsEntry("online", true);
                            assertThat((Long) state.get("sequence")).isGreaterThan(lastHealth);
                        });
            });
        } finally {
            beside.shutdownNow();
        }
        assertThat(
                        service.rows(
                                """
                        select c.copy_id from reference.copy c left join certificate_copy n using (copy_id)
                        where n.copy_id is null
                        """))
                .as("numbered copies that nobody knows")
                .isEmpty();
        assertThat(
                        service.rows(
                                """
                        select identifier from reference.certificate join reference.copy using (identifier)
                        group by identifier, copies having count(*) <> copies or max(copy_number) <> copies
                        """))
                .as("certificates with a gap in their copy numbers")
                .isEmpty();
    }

    /** Busy, or on a machine that does much else not done by the deadline; nothing that broke. */
    private static void told(HttpResponse<byte[]> answer) throws Exception {
        Problem problem = problem(answer);
        assertThat(answer.statusCode()).isEqualTo(503);
        if (problem.code().equals("PLATFORM_FAILED")) {
            assertThat(problem.detail()).startsWith("no answer within ");
        } else {
            assertThat(problem.code()).isEqualTo("PLATFORM_BUSY");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static Entry event(TestTerminal machine, UUID key) {
        SessionEvent event = new SessionEvent(
                UUID.randomUUID().toString(),
                "CARD_READ",
                SessionEvent.Level.INFO,
                Map.of("sheets", 1L),
                Instant.now());
        return Entry.open(new EntryHeader(machine.id(), key, 1, EntryKinds.SESSION_EVENT, 1), Json.tree(event));
    }
}
