package org.yici.proof.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yici.agent.session.ServerState;
import org.yici.agent.session.SessionManager;
import org.yici.agent.session.SessionManagerConfig;
import org.yici.agent.session.SessionManagerListener;
import org.yici.agent.session.SessionServer;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.OutboxRow;
import org.yici.agent.store.StoreException;
import org.yici.agent.store.StoreOpener;
import org.yici.base.ErrorCode;
import org.yici.base.Folders;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.opening.Opener;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;
import org.yici.ipc.AgentMessage;

/** The agent's part: its real store, desk and socket, without a broker; and the server's key to read what sessions sealed. */
public final class Ledger implements AutoCloseable {
    public static final TerminalId TERMINAL = new TerminalId("test-0001");

    private static final String DEVICES =
            """
            devices:
              - {id: id-card-reader, kind: IDENTITY_READER}
              - {id: document-printer, kind: DOCUMENT_PRINTER}
            """;
    private static final long MOST_KEPT = 1 << 20;

    private final ExecutorService loop = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
    private final Folders folders;
    private final AgentStore store;
    private final SessionManager desk;
    private final SessionServer link;
    private final Sealer sealer;
    private final Opener opener;

    public Ledger(Path folder) throws IOException, StoreException, GeneralSecurityException {
        folders = new Folders(folder);
        Path sealing = folders.trust().resolve("centre-sealing.pem");
        Path opening = folder.resolve("centre-opening.pem");
        if (!Files.exists(sealing)) {
            Files.createDirectories(folders.trust());
            Files.writeString(folders.etc().resolve("session.yaml"), DEVICES);
            KeyPair server = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            Files.writeString(sealing, pem("PUBLIC KEY", server.getPublic().getEncoded()));
            Files.writeString(opening, pem("PRIVATE KEY", server.getPrivate().getEncoded()));
        }
        sealer = new Sealer(CentreKey.read(sealing));
        opener = Opener.ofPem(List.of(Files.readString(opening)));
        store = StoreOpener.open(storeIn(folder), Instant.now()).store();
        Time time = Time.system();
        EventRecorder events = new EventRecorder(store, TERMINAL, new Uuid7(time, new SecureRandom()), time);
        desk = new SessionManager(
                new SessionManagerConfig(folders, TERMINAL, 1, MOST_KEPT),
                store,
                events,
                new Online(),
                new Nobody(),
                time);
        link = SessionServer.open(folders.agentSocket(), Set.of(System.getProperty("user.name")), time, loop, desk);
    }

    /** Where the store lies below the folder. */
    public static Path storeIn(Path folder) {
        return new Folders(folder).state().resolve("agent.db");
    }

    /** Does something to the store on its own thread; sessions are told what came of it, as the agent's clock would see to. */
    public void with(Act act) {
        on(() -> {
            act.on(store);
            store.probe(Instant.now());
            desk.refresh();
            return true;
        });
    }

    /** Something that is done to a store. */
    public interface Act {
        void on(AgentStore store) throws StoreException;
    }

    /** What the server has not recorded yet. */
    public long outboxRows() {
        return on(store::outboxRows);
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    public Sealer sealer() {
        return sealer;
    }

    public Path socket() {
        return folders.agentSocket();
    }

    /** What the agent does before it starts a session; the one before is gone then. */
    public String freshToken() throws IOException {
        String token = UUID.randomUUID().toString();
        Path file = folders.sessionToken(1);
        Files.createDirectories(file.getParent());
        Files.writeString(file, token + "\n");
        return token;
    }

    /** What the server will read of this copy, opened with its key, in the order in which it was kept. */
    public List<PrintReport> reports(String copyId) {
        return on(() -> {
            List<PrintReport> found = new ArrayList<>();
            for (OutboxRow row : store.firstRows(10_000, Long.MAX_VALUE)) {
                report(store.content(row).orElseThrow())
                        .filter(report -> report.copyId().equals(copyId))
                        .ifPresent(found::add);
            }
            return found;
        });
    }

    private Optional<PrintReport> report(byte[] json) throws MalformedMessageException {
        Entry entry = Json.read(json, Entry.class);
        if (!entry.header().kind().equals(EntryKinds.PRINT_OUTCOME)) {
            return Optional.empty();
        }
        byte[] content = opener.open(entry.header(), entry.box().orElseThrow()).orElseThrow();
        return Optional.of(Json.read(content, PrintReport.class));
    }

    /** Prints of which nobody has said what became of them. */
    public int openIntents() {
        return on(() -> store.openIntents(UUID.randomUUID()).size());
    }

    private <T> T on(Callable<T> work) {
        try {
            return loop.submit(work).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException, StoreException, InterruptedException {
        link.close();
        loop.shutdown();
        if (!loop.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IOException("the agent's loop does not end");
        }
        store.close();
    }

    private static final class Online implements ServerState {
        @Override
        public Optional<AgentMessage.Pass> pass() {
            return Optional.of(new AgentMessage.Pass("a.b.c", Instant.MAX));
        }

        @Override
        public Optional<ErrorCode> trouble() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> now() {
            return Optional.of(Instant.now());
        }

        @Override
        public boolean online() {
            return true;
        }

        @Override
        public long longestEntry() {
            return 500_000;
        }
    }

    private static final class Nobody implements SessionManagerListener {
        @Override
        public void conditionChanged() {}

        @Override
        public void outboxGrew() {}

        @Override
        public void passWanted() {}
    }
}
