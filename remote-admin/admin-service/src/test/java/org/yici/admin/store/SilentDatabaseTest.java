package org.yici.admin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.config.ServiceConfig;

/** A line to the database that stays open and carries nothing any more: seen to stop a service for good before there was a limit. */
@Timeout(60)
class SilentDatabaseTest {
    private final String direct = PrivatePostgres.freshDatabase();
    private ServerSocket server;
    private volatile boolean silent;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void accept() {
        int port = URI.create(direct.substring("jdbc:".length())).getPort();
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                daemon(() -> carry(near, far));
                daemon(() -> carry(far, near));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!silent) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // Closed by one of the two.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private HikariDataSource pool() {
        int port = URI.create(direct.substring("jdbc:".length())).getPort();
        String through = direct.replace(":" + port + "/", ":" + server.getLocalPort() + "/");
        return StoreWiring.pool(new ServiceConfig.Database(through, "yici", ""), Duration.ofSeconds(1));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void isAnErrorAndNotWaitedForWithoutEnd() throws Exception {
        try (HikariDataSource pool = pool();
                Connection connection = pool.getConnection()) {
            assertThat(ask(connection, "select 'heard'")).isEqualTo("heard");
            silent = true;
            assertThatThrownBy(() -> ask(connection, "select 'lost'")).isInstanceOf(SQLException.class);
        }
    }

    /** As the pages do, which only listen: each answer has its own time. */
    @Test
    void hearsNotificationsAfterItListenedForLongerThanAnAnswerMayTake() throws Exception {
        try (HikariDataSource pool = pool();
                Connection listening = pool.getConnection();
                Connection other = pool.getConnection();
                Statement listen = listening.createStatement();
                Statement notify = other.createStatement()) {
            listen.execute("listen changes");
            PGConnection notifications = listening.unwrap(PGConnection.class);
            for (int i = 0; i < 3; i++) {
                assertThat(notifications.getNotifications(600)).isEmpty();
                assertThat(listening.isValid(5)).isTrue();
            }
            notify.execute("notify changes");
            assertThat(notifications.getNotifications(10_000)).hasSize(1);
        }
    }

    @Test
    void refusesAFreshConnectionInTheEnd() {
        silent = true;
        assertThatThrownBy(() -> pool().getConnection().close()).isInstanceOf(SQLException.class);
    }

    @Test
    void isToldToLetGoOfWhatALostServiceHolds() throws Exception {
        try (HikariDataSource pool = pool();
                Connection connection = pool.getConnection()) {
            assertThat(ask(connection, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("1s");
            assertThat(ask(connection, "show tcp_keepalives_idle")).isEqualTo("30");
        }
    }
}
