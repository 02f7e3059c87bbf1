package org.yici.admin.broker;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.admin.health.Watch;

/**
 * The service's line to the broker: connects, listens to all terminals, builds the line anew when it breaks. One thread of its own
 * supervises; the {@link Inbox} is called on others.
 */
public final class BrokerLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** How often the database is asked whether the watch lasts: states stay shown this long after a database was restarted. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final URI broker;
    private final SSLContext tls;
    private final DataSource database;
    private final Inbox inbox;
    private final WatchedSession session;
    private final Thread thread;
    private volatile boolean listening;
    private volatile boolean closed;

    /** A session that is told in which watch it goes on. */
    interface WatchedSession extends BrokerSession {
        void watching(int watch);
    }

    BrokerLink(URI broker, SSLContext tls, DataSource database, Inbox inbox, WatchedSession session) {
        this.broker = broker;
        this.tls = tls;
        this.database = database;
        this.inbox = inbox;
        this.session = session;
        this.thread = new Thread(this::run, "broker-link");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether terminals can be heard now. */
    public boolean isListening() {
        return listening;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                pause = listen() ? FIRST_PAUSE : pause;
            } catch (MqttException e) {
                LOG.warn("The broker {} cannot be reached: reason {}, {}", broker, e.getReasonCode(), cause(e));
            } catch (SQLException e) {
                LOG.warn("The database cannot be reached: {}", e.getSQLState());
            } catch (InterruptedException e) {
                return;
            }
            pause = rest(pause);
        }
    }

    /** Listens until the line breaks; true if there was one. */
    private boolean listen() throws MqttException, SQLException, InterruptedException {
        try (Watch watch = Watch.open(database)) {
            session.watching(watch.number());
            return listen(watch);
        } finally {
            listening = false;
        }
    }

    private boolean listen(Watch watch) throws MqttException, InterruptedException {
        try (BrokerConnection connection =
                BrokerConnection.open(broker, tls, inbox, session, watch.number(), BrokerConnection.PATIENCE)) {
            LOG.info("Listening to the broker {}, watch {}", broker, watch.number());
            listening = true;
            while (!closed && !connection.lost().await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!watch.isHeld()) {
                    LOG.warn("The database let watch {} go; listening anew", watch.number());
                    return true;
                }
            }
            return true;
        }
    }

    private static Duration rest(Duration pause) {
        try {
            long millis = pause.toMillis();
            TimeUnit.MILLISECONDS.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static @Nullable String cause(MqttException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().toString();
    }
}
