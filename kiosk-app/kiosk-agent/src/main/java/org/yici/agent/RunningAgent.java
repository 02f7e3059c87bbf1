package org.yici.agent;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.broker.PahoBroker;
import org.yici.agent.identity.IdentityException;
import org.yici.agent.identity.KeyFiles;
import org.yici.agent.identity.Tls;
import org.yici.agent.server.AccessTokenRenewer;
import org.yici.agent.server.ServiceClient;
import org.yici.agent.session.ServerState;
import org.yici.agent.session.SessionManager;
import org.yici.agent.session.SessionManagerConfig;
import org.yici.agent.session.SessionManagerListener;
import org.yici.agent.session.SessionServer;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.StoreException;
import org.yici.agent.store.StoreOpener;
import org.yici.agent.uplink.Uplink;
import org.yici.agent.uplink.UplinkConfig;
import org.yici.agent.uplink.UplinkObserver;
import org.yici.base.Build;
import org.yici.base.ErrorCode;
import org.yici.base.Folders;
import org.yici.base.TerminalTime;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.Health;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.systemd.SystemdNotifier;

/** A whole agent: everything it is made of, built and started in reading order, stopped in reverse. */
final class RunningAgent {
    private static final Logger LOG = LoggerFactory.getLogger(RunningAgent.class);

    /** Heartbeats are missed after 3 s; a quarter of a second more does not matter. */
    private static final Duration TICK = Duration.ofMillis(250);

    static final String STORE = "agent.db";

    /** A commit a minute harms no disk, and a citizen is told beforehand. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Duration HOUR = Duration.ofHours(1);

    /** Whoever stops us waits for 3 s: the broker may take half of it, the loop the rest. */
    private static final Duration BROKER_PATIENCE = Duration.ofMillis(1500);

    private static final Duration LOOP_PATIENCE = Duration.ofMillis(2500);

    /** The service answers in milliseconds. */
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(30);

    private final Folders folders;
    private final SingleInstanceLock lock;
    private final TerminalTime time;
    private final SystemdNotifier notifier = new SystemdNotifier(Duration.ofSeconds(1));
    private final CountDownLatch broken = new CountDownLatch(1);
    private final AgentLoop loop = new AgentLoop(cause -> broken.countDown());
    private final ExecutorService worker = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "agent-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final AgentStore store;
    private final EventRecorder events;
    private final AccessTokenRenewer passes;
    private final Uplink uplink;
    private final SessionManager desk;
    private final SessionServer link;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long hourNanos;
    private long lookedNanos;
    private Optional<StoreException.Reason> toldTrouble = Optional.empty();

    private RunningAgent(
            Folders folders, AgentConfig config, Duration recordedWithin, SingleInstanceLock lock, AgentStore store)
            throws StoreException, IdentityException, IOException {
        this.folders = folders;
        this.lock = lock;
        this.store = store;
        this.time = new TerminalTime(Time.system(floor(store)));
        this.hourNanos = time.nanos();
        this.lookedNanos = time.nanos();
        SecureRandom random = new SecureRandom();
        KeyFiles key = KeyFiles.of(folders);
        SSLContext toService = Tls.mutual(key, folders.trust().resolve("service-ca.pem"), time);
        SSLSocketFactory toBroker =
                Tls.mutual(key, folders.trust().resolve("broker-ca.pem"), time).getSocketFactory();
        ServiceClient service = new ServiceClient(config.serviceUrl(), toService);
        events = new EventRecorder(store, config.terminal(), new Uuid7(time, random), time);
        Notifications notifications = new Notifications();
        passes = new AccessTokenRenewer(
                service::pass, time, loop, worker, random, notifications::timeTold, notifications::told);
        uplink = new Uplink(
                new UplinkConfig(
                        config.terminal(),
                        config.keepAliveSeconds(),
                        Duration.ofSeconds(config.healthSeconds()),
                        recordedWithin),
                new PahoBroker(config.brokerUri(), config.terminal(), config.keepAliveSeconds(), () -> toBroker),
                store,
                notifications::condition,
                time,
                loop,
                worker,
                random,
                notifications);
        desk = new SessionManager(
                new SessionManagerConfig(
                        folders, config.terminal(), config.slots(), (long) config.sessionMegabytes() << 20),
                store,
                events,
                notifications,
                notifications,
                time);
        link = SessionServer.open(folders.agentSocket(), config.sessionUsers(), time, loop, desk);
    }

    /** Opens everything; blocks until sessions can connect. On failure nothing stays open. */
    static RunningAgent start(Folders folders, AgentConfig config)
            throws StoreException, IdentityException, IOException {
        return start(folders, config, RECORDED_WITHIN);
    }

    /** The same with another patience for the service's word. */
    static RunningAgent start(Folders folders, AgentConfig config, Duration recordedWithin)
            throws StoreException, IdentityException, IOException {
        SingleInstanceLock lock = SingleInstanceLock.in(folders.state());
        try {
            StoreOpener begun = StoreOpener.open(
                    folders.state().resolve(STORE), Time.system().now());
            AgentStore store = begun.store();
            try {
                RunningAgent agent = new RunningAgent(folders, config, recordedWithin, lock, store);
                begun.refused().ifPresent(why -> agent.loop.execute(() -> agent.tellRefused(why.reason())));
                agent.loop.repeat(agent::tick, TICK);
                agent.notifier.ready();
                LOG.info(
                        "The agent of {} runs, version {} of commit {}",
                        config.terminal(),
                        Build.version(),
                        Build.commit());
                return agent;
            } catch (StoreException | IdentityException | IOException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (StoreException | IdentityException | IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Instant floor(AgentStore store) throws StoreException {
        Instant good = store.lastGoodTime().orElse(Instant.EPOCH);
        return good.isAfter(Build.time()) ? good : Build.time();
    }

    /** The centre hears of it, although the store in which it is written is one in memory. */
    private void tellRefused(StoreException.Reason reason) {
        String code = reason.code().code();
        Map<String, Long> number = Map.of(code.substring(0, 1), Long.valueOf(code.substring(1)));
        events.keep(SessionEvent.AGENT, 0, EventCode.STORE_REFUSED, SessionEvent.Level.ERROR, number);
        uplink.outboxGrew();
    }

    private void tick() {
        lookAfterStore();
        desk.tick();
        passes.tick();
        uplink.tick();
        if (time.since(hourNanos).compareTo(HOUR) >= 0) {
            hourNanos = time.nanos();
            hourly();
        }
        notifier.alive();
    }

    /** Finds out before a citizen does, and tells who has to know. */
    private void lookAfterStore() {
        Duration every = store.trouble().isPresent() ? LOOK_AGAIN : LOOK;
        if (time.since(lookedNanos).compareTo(every) >= 0) {
            lookedNanos = time.nanos();
            if (!store.isStandIn()) {
                store.probe(time.now());
            } else if (StoreOpener.wouldBeSound(folders.state().resolve(STORE), time.now())) {
                endWith("The store can be used again");
            }
        }
        if (!store.isStandIn() && store.trouble().equals(Optional.of(StoreException.Reason.DAMAGED))) {
            endWith("The store is damaged");
        }
        if (!store.trouble().equals(toldTrouble)) {
            toldTrouble = store.trouble();
            LOG.warn(
                    "What the store says of itself: {}",
                    toldTrouble.map(Object::toString).orElse("all is well"));
            desk.refresh();
            uplink.conditionChanged();
        }
    }

    /** Started again by the keeper, the program begins with the store as it is then. */
    private void endWith(String why) {
        LOG.error("{}; the agent ends and starts anew", why);
        broken.countDown();
    }

    private void hourly() {
        try {
            store.tidy(time.now());
        } catch (StoreException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    /** Waits until the loop breaks, which it should not. */
    void awaitBroken() throws InterruptedException {
        broken.await();
    }

    /** Ends within 3 s: no session is let in, the broker hears that it is a clean end, the store is closed. Any thread, any number of times. */
    void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        notifier.stopping();
        try {
            link.close();
        } catch (IOException e) {
            LOG.warn("Closing the link: {}", e.toString());
        }
        loop.end(this::endOnLoop, LOOP_PATIENCE);
        worker.shutdownNow();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("Leaving the folder: {}", e.toString());
        }
        LOG.info("The agent has ended");
    }

    private void endOnLoop() {
        uplink.stop(BROKER_PATIENCE);
        try {
            store.close();
        } catch (StoreException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    /** Who hears what from whom; all on the loop. */
    private final class Notifications implements ServerState, SessionManagerListener, UplinkObserver {
        Health.Condition condition() {
            return new Health.Condition(devices(), desk.session(), rows());
        }

        /** A store in trouble stands among the devices: somebody has to come for it as well. */
        private List<DeviceReport> devices() {
            if (store.trouble().isEmpty()) {
                return desk.devices();
            }
            String fault = "store-" + store.trouble().get();
            return Stream.concat(
                            desk.devices().stream(),
                            Stream.of(new DeviceReport(
                                    "store",
                                    "store",
                                    "hardwareError",
                                    Map.of(),
                                    List.of(new DeviceReport.Fault(fault, "maintenance", "")))))
                    .toList();
        }

        private long rows() {
            try {
                return store.outboxRows();
            } catch (StoreException e) {
                LOG.error("{}", e.getMessage());
                return -1;
            }
        }

        /** Good for whoever looks at a clock here, and for the next start. */
        void timeTold(Instant now) {
            time.isNow(now);
            try {
                store.rememberTime(now);
            } catch (StoreException e) {
                LOG.error("{}", e.getMessage());
            }
        }

        /** Something that the session in front is told of has changed. */
        void told() {
            desk.refresh();
        }

        @Override
        public Optional<AgentMessage.Pass> pass() {
            return passes.current().map(answer -> new AgentMessage.Pass(answer.pass(), answer.expires()));
        }

        @Override
        public Optional<ErrorCode> trouble() {
            return passes.trouble();
        }

        @Override
        public Optional<Instant> now() {
            return time.isTold() ? Optional.of(time.now()) : Optional.empty();
        }

        @Override
        public boolean online() {
            return uplink.online();
        }

        @Override
        public long longestEntry() {
            return uplink.longestEntry();
        }

        @Override
        public void conditionChanged() {
            uplink.conditionChanged();
        }

        @Override
        public void outboxGrew() {
            uplink.outboxGrew();
        }

        @Override
        public void passWanted() {
            passes.wanted();
        }

        @Override
        public void online(boolean online) {
            desk.refresh();
            if (online) {
                passes.wanted();
            }
        }

        @Override
        public void alarm(EventCode code, Map<String, Long> numbers) {
            events.keep(SessionEvent.AGENT, 0, code, SessionEvent.Level.ERROR, numbers);
            uplink.outboxGrew();
        }
    }
}
