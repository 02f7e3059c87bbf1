package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.TestAgent;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.access.Intruder.Hello;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Recorded.Result;

/** A service and its broker, on which a victim and an intruder are enrolled anew for each test, and somebody who hears everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessFixture {
    TestService service;
    AdminBrowser admin;
    int number;
    private int intruders;

    TestTerminal victim;
    TestTerminal intruder;
    TestAgent agent;
    Intruder spy;

    /** The service, with its broker. */
    abstract TestService start(Path data) throws Exception;

    abstract URI broker(TestService service);

    /** Somebody who may hear everything. */
    abstract Identity onlooker() throws Exception;

    @BeforeAll
    void startAll(@TempDir Path data) throws Exception {
        service = start(data);
        admin = AdminBrowser.first(service);
    }

    @AfterAll
    void stopAll() {
        service.close();
    }

    /** The victim is connected, said its birth and is shown online; the onlooker listens. */
    @BeforeEach
    void begin() throws Exception {
        number++;
        victim = service.enrolled("victim-%04d".formatted(number), "邻点");
        intruder = service.enrolled("intruder-%04d".formatted(number), "可疑点");
        spy = Intruder.connect(onlooker().tls("broker-ca.pem"), broker(), new Hello("service-spy-" + number));
        spy.subscribe("yici/v1/#");
        agent = TestAgent.connect(victim, broker(), 1);
        agent.birth();
        await().until(() -> isOnline(victim));
    }

    @AfterEach
    void end() throws Exception {
        agent.close();
        spy.close();
    }

    URI broker() {
        return broker(service);
    }

    /** Another intruder: whoever broke a rule once is blocked. */
    void another() throws Exception {
        intruder = service.enrolled("intruder-%04d-%d".formatted(number, ++intruders), "可疑点");
    }

    static SSLContext tls(TestTerminal terminal) throws Exception {
        return terminal.tls(true, "broker-ca.pem");
    }

    Intruder connect(Hello hello) throws Exception {
        return Intruder.connect(tls(intruder), broker(), hello);
    }

    Hello ownName() {
        return new Hello(intruder.id());
    }

    String ofVictim(String leaf) {
        return Topics.out(new TerminalId(victim.id()), leaf);
    }

    String own(String leaf) {
        return Topics.out(new TerminalId(intruder.id()), leaf);
    }

    boolean isOnline(TestTerminal terminal) {
        return !service.rows("select 1 from terminal_state where terminal = ? and online", terminal.id())
                .isEmpty();
    }

    /** All that is known of the victim: what an intruder must not change. */
    List<Map<String, Object>> rowsOf(TestTerminal terminal) {
        return service.rows(
                """
                select 'state' as what, connection::text as a, sequence::text as b, online::text as c, condition::text as d
                from terminal_state where terminal = :it
                union all select 'entry', key::text, version::text, result, kind from entry where terminal = :it
                union all select 'event', key::text, session, code, level from session_event where terminal = :it
                order by 1, 2, 3
                """
                        .replace(":it", "'" + terminal.id() + "'"));
    }

    Entry event(TestTerminal terminal, UUID key, String code) {
        SessionEvent event = new SessionEvent("s", code, SessionEvent.Level.INFO, Map.of(), Instant.now());
        return Entry.open(new EntryHeader(terminal.id(), key, 1, EntryKinds.SESSION_EVENT, 1), Json.tree(event));
    }

    /** An entry of the victim goes its whole way; everything that was on its way before has arrived then. */
    void victimIsServed() throws Exception {
        UUID key = TestAgent.key();
        agent.entry(event(victim, key, "CARD_READ"));
        Recorded recorded = agent.awaitRecorded();
        assertThat(recorded).isEqualTo(new Recorded(1, key, 1, Result.RECORDED));
        await().until(() ->
                spy.heard().stream().anyMatch(heard -> heard.content().contains(key.toString())));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    List<Intruder.Heard> spyHeard(String topic) {
        return spy.heard().stream().filter(heard -> heard.topic().equals(topic)).toList();
    }
}
