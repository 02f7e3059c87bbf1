package org.yici.admin.page;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yici.admin.account.LoginSession;
import org.yici.admin.store.Changes;

/**
 * Tells open pages that a terminal changed: listens to the database, so that it does not matter which instance heard of it. One thread
 * of its own.
 */
final class PageUpdates implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PageUpdates.class);
    private static final int LISTEN_MILLIS = 10_000;
    private static final int ANSWER_SECONDS = 5;
    private static final int MOST_PAGES = 500;
    private static final Duration PAGE_LIFE = Duration.ofHours(1);
    /** Stands for every terminal. */
    private static final String ALL = "*";

    private final DataSource database;
    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    PageUpdates(DataSource database) {
        this.database = database;
    }

    /** A stream of events named {@code terminal}, each with a terminal's id; it ends with the log-in session at the latest. */
    SseEmitter open(LoginSession session) throws IOException {
        SseEmitter page = new SseEmitter(PAGE_LIFE.toMillis());
        if (pages.size() >= MOST_PAGES || !running) {
            page.complete();
            return page;
        }
        Runnable end = page::complete;
        page.onCompletion(() -> {
            pages.remove(page);
            session.remove(end);
        });
        page.onTimeout(page::complete);
        page.onError(fault -> pages.remove(page));
        pages.add(page);
        page.send(SseEmitter.event().name("terminal").data(ALL));
        session.add(end);
        return page;
    }

    private void run() {
        while (running) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Changes cannot be listened to: {}", e.getSQLState());
                    rest();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Changes.CHANNEL);
            tell(ALL);
            while (running) {
                PGNotification[] notifications =
                        connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
                if (notifications.length == 0) {
                    if (!connection.isValid(ANSWER_SECONDS)) {
                        // Who only listens never learns that a line carries nothing any more.
                        throw new SQLException("the database does not answer", "08006");
                    }
                    send(SseEmitter.event().comment("still here"));
                }
                for (PGNotification notification : notifications) {
                    tell(notification.getParameter());
                }
            }
        } finally {
            evict(connection);
        }
    }

    /** A connection that listens must not go back to the others. */
    private void evict(Connection connection) {
        if (database instanceof HikariDataSource pool) {
            pool.evictConnection(connection);
        }
    }

    private void tell(String terminal) {
        send(SseEmitter.event().name("terminal").data(terminal));
    }

    private void send(SseEmitter.SseEventBuilder event) {
        var data = event.build();
        for (SseEmitter page : pages) {
            try {
                page.send(data);
            } catch (IOException | IllegalStateException e) {
                pages.remove(page);
            }
        }
    }

    private static void rest() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread fresh = new Thread(this::run, "page-updates");
        fresh.setDaemon(true);
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
        pages.forEach(SseEmitter::complete);
        pages.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server waits for open streams to end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
