package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.Recorded.Result;

/** Whoever is revoked stays out, whatever becomes of the list, of its supervisor and of the database. */
class RevocationTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private MosquittoBroker broker;
    private TestService service;
    private TestTerminal honest;
    private TestTerminal stolen;

    @BeforeEach
    void start() throws Exception {
        broker = MosquittoBroker.start();
        service = TestService.start(data, PrivatePostgres.freshDatabase(), broker.settings());
        honest = service.enrolled("honest-0001", "示范点");
        stolen = service.enrolled("stolen-0001", "被盗点");
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        broker.close();
    }

    private int revoke(String... more) {
        List<String> command =
                new ArrayList<>(List.of("--data", data.toString(), "revoke-terminal", "--terminal", stolen.id()));
        command.addAll(Arrays.asList(more));
        return Service.run(command.toArray(String[]::new));
    }

    private boolean isRefused(TestTerminal terminal) throws Exception {
        try (TestAgent agent = TestAgent.connect(terminal, broker.address(), System.currentTimeMillis())) {
            return !agent.isConnected();
        } catch (MqttException e) {
            return true;
        }
    }

    private boolean isInForce() {
        return service.rows("select 1 from revoked_certificate where in_force_at is null")
                .isEmpty();
    }

    private void isServed(TestTerminal terminal) throws Exception {
        try (TestAgent agent = TestAgent.connect(terminal, broker.address(), System.currentTimeMillis())) {
            var key = TestAgent.key();
            SessionEvent event = new SessionEvent("s", "CARD_READ", SessionEvent.Level.INFO, Map.of(), Instant.now());
            Entry entry =
                    Entry.open(new EntryHeader(terminal.id(), key, 1, EntryKinds.SESSION_EVENT, 1), Json.tree(event));
            await().atMost(LONG).pollInterval(Duration.ofMillis(500)).until(() -> {
                agent.entry(entry);
                return !service.rows("select 1 from entry where key = ?", key).isEmpty();
            });
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.RECORDED);
        }
    }

    @Test
    void theCommandReturnsWhenTheBrokerRefusesTheCertificate() throws Exception {
        assertThat(revoke()).isZero();

        assertThat(isInForce()).isTrue();
        assertThat(isRefused(stolen)).isTrue();
        isServed(honest);
    }

    @Test
    void aRevocationThatNobodyTellsTheBrokerIsNotCountedAsDone() throws Exception {
        await().atMost(LONG).until(() -> broker.said().contains("Reloading config."));
        broker.supervised(false);
        try (TestAgent agent = TestAgent.connect(stolen, broker.address(), 1)) {
            assertThat(revoke("--wait", "3")).isEqualTo(3);

            assertThat(isInForce()).isFalse();
            await("blocked all the same").atMost(LONG).until(() -> !agent.isConnected());
        }
        assertThat(service.rows("select 1 from terminal_state where online")).isEmpty();

        broker.supervised(true);
        await().atMost(LONG).until(this::isInForce);
        assertThat(isRefused(stolen)).isTrue();
        isServed(honest);
    }

    @Test
    void aListThatSomebodySpoiltIsReplaced() throws Exception {
        assertThat(revoke()).isZero();
        byte[] good = Files.readAllBytes(broker.revocationList());

        for (byte[] bad : List.of(
                new byte[0],
                Arrays.copyOf(good, good.length / 2),
                "-----BEGIN X509 CRL-----\nnonsense\n-----END X509 CRL-----\n".getBytes(StandardCharsets.US_ASCII))) {
            spoil(bad);
            awaitMended(bad);
        }
        Files.delete(broker.revocationList());
        awaitMended(new byte[0]);
        assertThat(revoke()).as("there is nothing left to revoke").isEqualTo(1);
    }

    private void spoil(byte[] bad) throws IOException {
        Files.write(broker.revocationList(), bad);
    }

    private void awaitMended(byte[] bad) throws Exception {
        await().atMost(LONG)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !Arrays.equals(Files.readAllBytes(broker.revocationList()), bad));
        await().atMost(LONG).until(() -> isRefused(stolen));
        isServed(honest);
    }

    @Test
    void withoutADatabaseTheRevokedStaysOut() throws Exception {
        assertThat(revoke()).isZero();
        String name = service.sql()
                .sql("select current_database()")
                .query(String.class)
                .single();

        try (Connection admin = PrivatePostgres.dataSource(service.database().replace(name, "postgres"))
                        .getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("alter database " + name + " allow_connections false");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            assertThat(isRefused(stolen)).isTrue();
            assertThat(isRefused(honest)).as("the broker needs no database").isFalse();
            broker.kill();
            broker.startAgain();
            assertThat(isRefused(stolen)).as("by a broker started anew").isTrue();
            statement.execute("alter database " + name + " allow_connections true");
        }
        isServed(honest);
        assertThat(isRefused(stolen)).isTrue();
    }

    @Test
    void withASlowDatabaseTheRevokedStaysOut() throws Exception {
        assertThat(revoke()).isZero();

        try (Connection holder = PrivatePostgres.dataSource(service.database()).getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table terminal, terminal_state, revoked_certificate in access exclusive mode");
            assertThat(isRefused(stolen)).isTrue();
            assertThat(isRefused(honest)).isFalse();
            holder.rollback();
        }
        isServed(honest);
    }
}
