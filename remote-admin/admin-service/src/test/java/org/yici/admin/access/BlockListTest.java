package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.MosquittoBroker;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.access.Intruder.Hello;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.Topics;

/** Whoever is blocked stays so, whatever becomes of the broker's file and of the database. */
class BlockListTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private MosquittoBroker broker;
    private TestService service;
    private TestTerminal intruder;

    @BeforeEach
    void start() throws Exception {
        broker = MosquittoBroker.start();
        service = TestService.start(data, PrivatePostgres.freshDatabase(), broker.settings());
        intruder = service.enrolled("intruder-0001", "可疑点");
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        broker.close();
    }

    private Intruder connect(TestTerminal terminal) throws Exception {
        return Intruder.connect(terminal.tls(true, "broker-ca.pem"), broker.address(), new Hello(terminal.id()));
    }

    private Intruder onlooker() throws Exception {
        Intruder onlooker = Intruder.connect(
                Identity.ofTerminalsAuthority(MosquittoBroker.SECOND_INSTANCE).tls("broker-ca.pem"),
                broker.address(),
                new Hello("onlooker"));
        onlooker.subscribe("yici/v1/#");
        return onlooker;
    }

    private void breakARule() throws Exception {
        try (Intruder at = connect(intruder)) {
            at.subscribe("#");
            assertThat(at.awaitEnd()).isTrue();
        }
    }

    /** In a whole file: half of one may name it, too. */
    private boolean isListed() throws Exception {
        try {
            return Json.read(Files.readAllBytes(broker.blockList()), Map.class)
                    .toString()
                    .contains(intruder.id());
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private void say(TestTerminal terminal, String word) throws Exception {
        try (Intruder at = connect(terminal)) {
            at.publish(Topics.out(new TerminalId(terminal.id()), Topics.HEALTH), "\"" + word + "\"");
        }
    }

    private static boolean hasHeard(Intruder onlooker, String word) {
        return onlooker.heard().stream().anyMatch(heard -> heard.content().contains(word));
    }

    private void assertOnlyTheIntruderIsDeaf() throws Exception {
        TestTerminal neighbour = service.enrolled("neighbour-0001", "邻点");
        try (Intruder onlooker = onlooker()) {
            say(intruder, "blocked");
            say(neighbour, "neighbour");
            await().until(() -> hasHeard(onlooker, "neighbour"));
            assertThat(hasHeard(onlooker, "blocked")).isFalse();
        }
    }

    /** Mosquitto 2.0.11 writes the file in place: a kill leaves it cut or empty, and the broker starts with an empty list. */
    @Test
    void theListIsFilledAgainAfterAKillThatBrokeItsFile() throws Exception {
        breakARule();
        await().until(() -> !service.rows("select 1 from terminal_block").isEmpty());
        String whole = Files.readString(broker.blockList());

        for (String broken : List.of("", whole.substring(0, whole.length() / 2))) {
            broker.kill();
            Files.writeString(broker.blockList(), broken, StandardCharsets.UTF_8);
            broker.startAgain();
            await().atMost(LONG).until(this::isListed);
            assertOnlyTheIntruderIsDeaf();
        }
    }

    /** With memory_limit Mosquitto 2.0.11 refused everybody after a few dozen changes. */
    @Test
    void theBrokerOutlivesManyChangesOfTheList() throws Exception {
        try (Intruder second = Intruder.connect(
                Identity.ofTerminalsAuthority(MosquittoBroker.SECOND_INSTANCE).tls("broker-ca.pem"),
                broker.address(),
                new Hello("second"))) {
            for (int i = 0; i < 300; i++) {
                second.publish(
                        "$CONTROL/dynamic-security/v1",
                        """
                        {"commands": [{"command": "createClient", "username": "made-up-%d", "roles": [{"rolename": "revoked"}]},
                            {"command": "disableClient", "username": "made-up-%d"},
                            {"command": "deleteClient", "username": "made-up-%d"}]}
                        """
                                .formatted(i, i, i));
            }
        }
        breakARule();
        assertOnlyTheIntruderIsDeaf();
    }

    @Test
    void whoFloodsIsBlockedWhileTheDatabaseIsSlow() throws Exception {
        TestTerminal neighbour = service.enrolled("neighbour-0001", "邻点");
        String own = Topics.out(new TerminalId(intruder.id()), Topics.HEALTH);
        byte[] shout = Intruder.publication(own, "{}".getBytes(StandardCharsets.UTF_8), false, false);

        try (Connection holder = PrivatePostgres.dataSource(service.database()).getConnection();
                Statement statement = holder.createStatement();
                Intruder onlooker = onlooker()) {
            holder.setAutoCommit(false);
            statement.execute("lock table terminal, terminal_state, terminal_block in access exclusive mode");
            try (Intruder at = connect(intruder)) {
                while (at.send(shout)) {
                    continue;
                }
            }
            say(intruder, "again");
            say(neighbour, "neighbour");
            await().until(() -> hasHeard(onlooker, "neighbour"));
            assertThat(hasHeard(onlooker, "again")).isFalse();
            holder.rollback();
        }
        await().atMost(LONG)
                .until(() -> !service.rows("select 1 from terminal_block").isEmpty());
    }
}
