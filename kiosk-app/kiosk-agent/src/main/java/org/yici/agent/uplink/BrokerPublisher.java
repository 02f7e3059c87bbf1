package org.yici.agent.uplink;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.broker.BrokerConnection;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.OutboxRow;
import org.yici.agent.store.StoreException;
import org.yici.base.Build;
import org.yici.base.Time;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Stamp;

/** What a terminal says on one connection, each message stamped with the next number. Of the loop. */
final class BrokerPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerPublisher.class);

    /** Entries under way at the same time: enough to fill a slow line, few enough to keep a broker's limits. */
    private static final int WINDOW = 32;

    /** What topic, properties and the message around the entry add to a packet, generously. */
    private static final int AROUND_THE_ENTRY = 1024;

    private final UplinkConfig config;
    private final long number;
    private final BrokerConnection connection;
    private final AgentStore store;
    private final Supplier<Health.Condition> condition;
    private final Time time;
    private final InFlight inFlight;
    private final long bornNanos;

    private long sequence;
    private boolean changed = true;
    private long changedNanos;
    private long healthNanos;
    private Health.@Nullable Condition told;

    BrokerPublisher(
            UplinkConfig config,
            long number,
            BrokerConnection connection,
            AgentStore store,
            Supplier<Health.Condition> condition,
            Time time) {
        this.config = config;
        this.number = number;
        this.connection = connection;
        this.store = store;
        this.condition = condition;
        this.time = time;
        this.inFlight = new InFlight(time);
        this.bornNanos = time.nanos();
        this.changedNanos = bornNanos;
    }

    long number() {
        return number;
    }

    BrokerConnection connection() {
        return connection;
    }

    Duration age() {
        return time.since(bornNanos);
    }

    long longestEntry() {
        return Math.max(0, connection.longestPacket() - AROUND_THE_ENTRY);
    }

    /** Birth and the first health; false if the connection did not take them. */
    boolean begin() {
        Birth birth = new Birth(
                1,
                config.terminal().value(),
                stamp(),
                time.now(),
                config.keepAliveSeconds(),
                Build.version(),
                Build.commit(),
                condition.get());
        return say(Topics.BIRTH, birth) && sendHealth();
    }

    /** How many rows are too long for this broker; empty if none. */
    Optional<Long> tooLong() {
        try {
            long rows = store.rowsLongerThan(longestEntry());
            return rows == 0 ? Optional.empty() : Optional.of(rows);
        } catch (StoreException e) {
            LOG.error("{}", e.getMessage());
            return Optional.empty();
        }
    }

    void conditionChanged() {
        if (!changed) {
            changed = true;
            changedNanos = time.nanos();
        }
    }

    void tick(Duration settling) {
        boolean settled = changed && time.since(changedNanos).compareTo(settling) >= 0;
        boolean due = time.since(healthNanos).compareTo(config.healthEvery()) >= 0;
        if (due || (settled && !sameAsTold())) {
            sendHealth();
        } else if (settled) {
            changed = false;
        }
        int late = inFlight.expire(config.recordedWithin());
        if (late > 0) {
            LOG.info("{} entries were not recorded within {}; they are sent again", late, config.recordedWithin());
        }
        pump();
    }

    private boolean sameAsTold() {
        Health.Condition now = condition.get();
        return told != null
                && told.devices().equals(now.devices())
                && told.session().equals(now.session());
    }

    private boolean sendHealth() {
        Health.Condition now = condition.get();
        if (!say(Topics.HEALTH, new Health(1, config.terminal().value(), stamp(), time.now(), now))) {
            return false;
        }
        told = now;
        changed = false;
        healthNanos = time.nanos();
        return true;
    }

    /** Sends the next rows as far as the window and the broker allow. */
    void pump() {
        try {
            if (inFlight.size() >= WINDOW) {
                return;
            }
            for (OutboxRow row : store.firstRows(2 * WINDOW, longestEntry())) {
                if (inFlight.size() >= WINDOW || (!inFlight.hasKeyOf(row) && !send(row))) {
                    return;
                }
            }
        } catch (StoreException e) {
            LOG.error("The outbox waits: {}", e.getMessage());
        }
    }

    private boolean send(OutboxRow row) throws StoreException {
        Optional<byte[]> content = store.content(row);
        if (content.isEmpty()) {
            return true;
        }
        try {
            Entry entry = Json.read(content.get(), Entry.class);
            if (!say(Topics.ENTRY, new EntryMessage(1, stamp(), entry))) {
                return false;
            }
        } catch (MalformedMessageException e) {
            LOG.error("Row {} of the outbox is damaged: {}", row, e.getMessage());
        }
        inFlight.add(row);
        return true;
    }

    void recorded(Recorded word) throws StoreException {
        OutboxRow row = row(word);
        store.recorded(row);
        inFlight.remove(row);
        pump();
    }

    static OutboxRow row(Recorded word) {
        return new OutboxRow(word.key(), word.entryVersion());
    }

    void end(Duration patience) {
        Death death = new Death(1, config.terminal().value(), number, true);
        connection.end(Topics.out(config.terminal(), Topics.DEATH), Json.write(death), patience);
    }

    private Stamp stamp() {
        return new Stamp(number, sequence++);
    }

    private boolean say(String leaf, Object message) {
        return connection.offer(Topics.out(config.terminal(), leaf), Json.write(message));
    }
}
