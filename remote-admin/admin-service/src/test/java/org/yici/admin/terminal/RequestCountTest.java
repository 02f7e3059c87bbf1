package org.yici.admin.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.store.Migrations;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;

class RequestCountTest {
    private static final TerminalId TERMINAL = new TerminalId("demo-0001");

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));
    private final PGSimpleDataSource database = PrivatePostgres.dataSource(PrivatePostgres.freshDatabase());
    private final JdbcClient sql = JdbcClient.create(database);
    private final RequestCount count =
            new RequestCount(sql, new TransactionTemplate(new JdbcTransactionManager(database)), time);

    @BeforeEach
    void enrol() {
        Migrations.ofService(database);
        sql.sql(
                        """
                        insert into terminal (id, name, safe_module, certificate_serial, certificate_sha256, certificate_until,
                            enrolled_at) values ('demo-0001', '示范点', 'm', '1', 'x', now(), now())
                        """)
                .update();
    }

    @Test
    void aTerminalThatGoesOnAskingIsLetInAgainWhenItsHourIsOver() {
        for (int i = 0; i < 3; i++) {
            assertThat(count.admit(TERMINAL, 3)).isTrue();
        }
        for (int minute = 0; minute < 60; minute++) {
            assertThat(count.admit(TERMINAL, 3)).as("minute %s", minute).isFalse();
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(count.admit(TERMINAL, 3)).isTrue();
    }

    @Test
    void admitsSoManyAndNoMoreOfThoseThatComeTogether() {
        List<CompletableFuture<Boolean>> asked = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> count.admit(TERMINAL, 5), work -> new Thread(work, "request").start()))
                .toList();

        assertThat(asked.stream().filter(CompletableFuture::join)).hasSize(5);
    }
}
