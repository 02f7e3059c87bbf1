package org.yici.agent.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
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
import org.yici.agent.broker.BrokerRefusedException;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.StoreException;
import org.yici.agent.work.WorkerCall;
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

    /** The client has time-outs of its own, 70 s in all; what does not come back within this never will. */
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(90);

    /** The waits of a terminal that the centre has blocked; the block is taken away there, by people or after some minutes. */
    private static final Duration BLOCKED_FIRST = Duration.ofMinutes(1);

    private static final Duration BLOCKED_LONGEST = Duration.ofMinutes(10);

    /** Not authorized, and banned (MQTT 5, 2.4). On topics of our own this means that the centre has blocked us. */
    private static final Set<Integer> BLOCKED = Set.of(0x87, 0x8a);

    /** A broker acknowledges within a second or two; one that answers pings only is no broker. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(60);

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
    private final Backoff blocked;
    private final long startMillis;

    private @Nullable BrokerPublisher voice;
    private @Nullable WorkerCall<BrokerConnection> call;
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
        this.blocked = new Backoff(BLOCKED_FIRST, BLOCKED_LONGEST, random);
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
        BrokerPublisher speaking = voice;
        if (speaking != null && speaking.connection().unanswered().compareTo(ACKNOWLEDGED_WITHIN) >= 0) {
            LOG.warn("The broker has acknowledged nothing for {} s", ACKNOWLEDGED_WITHIN.toSeconds());
            lost(speaking.number(), 0);
        } else if (speaking != null) {
            speaking.tick(SETTLING);
        } else if (call != null && !call.isOver()) {
            call.tick();
        } else if (!stopped && time.since(waitFrom).compareTo(wait) >= 0) {
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
        BrokerCallbacks ears = new BrokerCallbacks(number);
        call = WorkerCall.begin(
                () -> connect(number, ears), CONNECTED_WITHIN, time, loop, worker, new Connecting(number, ears));
    }

    private BrokerConnection connect(long number, BrokerCallbacks ears) throws IOException {
        TerminalId terminal = config.terminal();
        byte[] lost = Json.write(new Death(1, terminal.value(), number, false));
        return broker.connect(
                new Broker.Will(Topics.out(terminal, Topics.DEATH), lost), Topics.inFilter(terminal), ears);
    }

    /** What becomes of one try to connect. */
    private final class Connecting implements WorkerCall.Result<BrokerConnection> {
        private final long number;
        private final BrokerCallbacks ears;

        Connecting(long number, BrokerCallbacks ears) {
            this.number = number;
            this.ears = ears;
        }

        @Override
        public void done(BrokerConnection made) {
            connected(number, made, ears);
        }

        @Override
        public void failed(Throwable failure) {
            boolean isBlocked = failure instanceof BrokerRefusedException no && BLOCKED.contains(no.reasonCode());
            waitFor(isBlocked ? blocked.next() : backoff.next());
            LOG.info("No connection to the broker: {}; next try in {} ms", failure.getMessage(), wait.toMillis());
        }

        /** Nobody waits for it any more. */
        @Override
        public void late(BrokerConnection made) {
            made.cut();
        }
    }

    private void connected(long number, BrokerConnection made, BrokerCallbacks ears) {
        if (stopped || ears.lost) {
            worker.execute(made::cut);
            waitFor(backoff.next());
            return;
        }
        BrokerPublisher speaking = new BrokerPublisher(config, number, made, store, condition, time);
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
        BrokerPublisher gone = voice;
        if (gone == null || gone.number() != number) {
            return;
        }
        voice = null;
        cut(gone);
        boolean takenOver = reasonCode == BrokerListener.TAKEN_OVER;
        waitFor(takenOver ? Backoff.spread(AFTER_TAKEOVER, random) : afterLoss(gone));
        LOG.info("The connection is lost, reason {}; next try in {} ms", reasonCode, wait.toMillis());
        if (takenOver) {
            LOG.error("Another machine uses the identity of this terminal");
            observer.alarm(EventCode.IDENTITY_TAKEN_OVER, Map.of("connection", number));
        }
        observer.online(false);
    }

    /** A broker that ends loses all its terminals at once; they come back one after the other. */
    private Duration afterLoss(BrokerPublisher gone) {
        if (gone.age().compareTo(PROVEN) < 0) {
            return backoff.next();
        }
        backoff.reset();
        long spreadMillis = Duration.ofSeconds(config.keepAliveSeconds()).toMillis() / 6;
        return backoff.next().plusMillis((long) (spreadMillis * random.nextDouble()));
    }

    private void cut(BrokerPublisher gone) {
        worker.execute(gone.connection()::cut);
    }

    /** The broker takes nothing from us on topics of our own: trying at once would only be a load. */
    private void refused(long number, int reasonCode) {
        BrokerPublisher gone = voice;
        if (gone == null || gone.number() != number || !BLOCKED.contains(reasonCode)) {
            return;
        }
        voice = null;
        cut(gone);
        if (gone.age().compareTo(BLOCKED_FIRST) >= 0) {
            blocked.reset();
        }
        waitFor(blocked.next());
        LOG.error("The centre has blocked this terminal; next try in {} s", wait.toSeconds());
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
                store.recorded(BrokerPublisher.row(word));
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
        BrokerPublisher last = voice;
        voice = null;
        if (last != null) {
            last.end(patience);
        }
    }

    /** Brings what the client's threads hear to the loop. */
    private final class BrokerCallbacks implements BrokerListener {
        private final long number;
        private final AtomicBoolean pumpAsked = new AtomicBoolean();
        private volatile boolean lost;

        BrokerCallbacks(long number) {
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
            BrokerPublisher now = voice;
            if (now != null && now.number() == number) {
                now.pump();
            }
        }

        @Override
        public void refused(int reasonCode) {
            loop.execute(() -> Uplink.this.refused(number, reasonCode));
        }

        @Override
        public void lost(int reasonCode) {
            lost = true;
            loop.execute(() -> Uplink.this.lost(number, reasonCode));
        }
    }
}
