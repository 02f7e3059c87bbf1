package org.yici.agent.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.broker.Broker;
import org.yici.agent.broker.BrokerConnection;
import org.yici.agent.broker.BrokerListener;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.StoreException;
import org.yici.base.Backoff;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.Topics;
import org.yici.contract.entry.EventCode;
import org.yici.contract.message.Death;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;

/**
 * Keeps a connection to the broker and what belongs on it: first the birth, then health at each change, then the outbox. Lives on the
 * agent's loop; what blocks runs on {@code worker}.
 */
public final class Uplink {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    /** A connection that broke sooner proves nothing: the waits go on growing. */
    private static final Duration PROVEN = Duration.ofSeconds(10);

    /** Two machines with one identity must not throw each other out for ever. */
    private static final Duration AFTER_TAKEOVER = Duration.ofMinutes(10);

    /** Several changes within it, as at the change of sessions, are one. */
    private static final Duration SETTLING = Duration.ofMillis(500);

    private final UplinkConfig config;
    private final Broker broker;
    private final AgentStore store;
    private long lastNumber = -1;
    private final Supplier<Health.Condition> condition;
    private final Time time;
    private final Executor loop;
    private final Executor worker;
    private final RandomGenerator random;
    private final UplinkObserver observer;
    private final Backoff backoff;
    private final long startMillis;

    private @Nullable Voice voice;
    private boolean connecting;
    private boolean stopped;
    private long waitFrom;
    private Duration wait = Duration.ZERO;
    private long longestEntry = Long.MAX_VALUE;
    private long rowsTooLong;

    public Uplink(
            UplinkConfig config,
            Broker broker,
            AgentStore store,
            Supplier<Health.Condition> condition,
            Time time,
            Executor loop,
            Executor worker,
            RandomGenerator random,
            UplinkObserver observer) {
        this.config = config;
        this.broker = broker;
        this.store = store;
        this.condition = condition;
        this.time = time;
        this.loop = loop;
        this.worker = worker;
        this.random = random;
        this.observer = observer;
        // A returned broker is noticed as soon as a lost one would be.
        this.backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(config.keepAliveSeconds()), random);
        this.startMillis = time.now().toEpochMilli();
        this.waitFrom = time.nanos();
    }

    public boolean online() {
        return voice != null;
    }

    /** The longest entry, in bytes of JSON, that the broker of the last connection takes. */
    public long longestEntry() {
        return longestEntry;
    }

    /** Devices or session are no longer what the last health said. */
    public void conditionChanged() {
        if (voice != null) {
            voice.conditionChanged();
        }
    }

    /** There is something new to send. */
    public void outboxGrew() {
        if (voice != null) {
            voice.pump();
        }
    }

    /** Does what is due; to be called a few times a second. */
    public void tick() {
        if (voice != null) {
            voice.tick(SETTLING);
        } else if (!connecting && !stopped && time.since(waitFrom).compareTo(wait) >= 0) {
            connect();
        }
    }

    private void connect() {
        long number;
        try {
            number = store.nextConnection(startMillis);
        } catch (StoreException e) {
            LOG.error("The number of the connection is not written down: {}", e.getMessage());
            number = Math.max(store.unwrittenConnection(startMillis), lastNumber + 1);
        }
        lastNumber = number;
        begin(number);
    }

    private void begin(long number) {
        connecting = true;
        worker.execute(() -> connect(number));
    }

    private void connect(long number) {
        TerminalId terminal = config.terminal();
        Ears ears = new Ears(number);
        byte[] lost = Json.write(new Death(1, terminal.value(), number, false));
        try {
            BrokerConnection made = broker.connect(
                    new Broker.Will(Topics.out(terminal, Topics.DEATH), lost), Topics.inFilter(terminal), ears);
            loop.execute(() -> connected(number, made, ears));
        } catch (IOException | RuntimeException e) {
            loop.execute(() -> failed(e));
        }
    }

    private void failed(Exception e) {
        connecting = false;
        waitFor(backoff.next());
        LOG.info("No connection to the broker: {}; next try in {} ms", e.getMessage(), wait.toMillis());
    }

    private void connected(long number, BrokerConnection made, Ears ears) {
        connecting = false;
        if (stopped || ears.lost) {
            worker.execute(made::cut);
            waitFor(backoff.next());
            return;
        }
        Voice speaking = new Voice(config, number, made, store, condition, time);
        voice = speaking;
        longestEntry = speaking.longestEntry();
        LOG.info("Connected to the broker, connection {}", number);
        if (!speaking.begin()) {
            lost(number, 0);
            return;
        }
        observer.online(true);
        speaking.tooLong().filter(rows -> rows != rowsTooLong).ifPresent(rows -> {
            rowsTooLong = rows;
            observer.alarm(EventCode.ENTRY_TOO_LARGE, Map.of("rows", rows, "longest", speaking.longestEntry()));
        });
        speaking.pump();
    }

    private void lost(long number, int reasonCode) {
        Voice gone = voice;
        if (gone == null || gone.number() != number) {
            return;
        }
        voice = null;
        worker.execute(gone.connection()::cut);
        if (gone.age().compareTo(PROVEN) >= 0) {
            backoff.reset();
        }
        boolean takenOver = reasonCode == BrokerListener.TAKEN_OVER;
        waitFor(takenOver ? Backoff.spread(AFTER_TAKEOVER, random) : backoff.next());
        LOG.info("The connection is lost, reason {}; next try in {} ms", reasonCode, wait.toMillis());
        if (takenOver) {
            LOG.error("Another machine uses the identity of this terminal");
            observer.alarm(EventCode.IDENTITY_TAKEN_OVER, Map.of("connection", number));
        }
        observer.online(false);
    }

    private void arrived(String topic, byte[] message) {
        if (!topic.equals(Topics.in(config.terminal(), Topics.RECORDED))) {
            LOG.info("A message of a kind that this version does not know: {} ({} bytes)", topic, message.length);
            return;
        }
        try {
            recorded(Json.read(message, Recorded.class));
        } catch (MalformedMessageException e) {
            LOG.warn("The centre sent {}", e.getMessage());
        }
    }

    private void recorded(Recorded word) {
        if (word.result() != Recorded.Result.RECORDED) {
            LOG.warn("The server answered {} to entry {} version {}", word.result(), word.key(), word.entryVersion());
        }
        try {
            if (voice != null) {
                voice.recorded(word);
            } else {
                store.recorded(Voice.row(word));
            }
        } catch (StoreException e) {
            LOG.error("A recorded entry stays in the outbox and is sent again: {}", e.getMessage());
        }
    }

    private void waitFor(Duration duration) {
        wait = duration;
        waitFrom = time.nanos();
    }

    /** Says that this is the end, and disconnects. Blocks for at most {@code patience}. */
    public void stop(Duration patience) {
        stopped = true;
        Voice last = voice;
        voice = null;
        if (last != null) {
            last.end(patience);
        }
    }

    /** Brings what the client's threads hear to the loop. */
    private final class Ears implements BrokerListener {
        private final long number;
        private final AtomicBoolean pumpAsked = new AtomicBoolean();
        private volatile boolean lost;

        Ears(long number) {
            this.number = number;
        }

        @Override
        public void arrived(String topic, byte[] message) {
            loop.execute(() -> Uplink.this.arrived(topic, message));
        }

        @Override
        public void paced() {
            if (pumpAsked.compareAndSet(false, true)) {
                loop.execute(this::pump);
            }
        }

        private void pump() {
            pumpAsked.set(false);
            Voice now = voice;
            if (now != null && now.number() == number) {
                now.pump();
            }
        }

        @Override
        public void lost(int reasonCode) {
            lost = true;
            loop.execute(() -> Uplink.this.lost(number, reasonCode));
        }
    }
}
