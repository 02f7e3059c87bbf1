package org.yici.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yici.base.Time;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;
import org.yici.endurance.copy.CopyAsker;
import org.yici.endurance.entry.Author;
import org.yici.endurance.entry.CentreRows;
import org.yici.endurance.entry.Ledger;
import org.yici.endurance.entry.SessionClient;
import org.yici.endurance.program.Centre;
import org.yici.endurance.program.Database;
import org.yici.endurance.program.KeptProgram;
import org.yici.endurance.program.Mosquitto;
import org.yici.endurance.program.Programs;
import org.yici.endurance.program.Terminal;
import org.yici.endurance.program.Wait;
import org.yici.endurance.wire.CommitAim;
import org.yici.endurance.wire.TlsAim;
import org.yici.endurance.wire.Wire;
import org.yici.ipc.AgentMessage;

/** Everything that runs in a sweep, in a folder and on ports of its own. */
final class World implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final long ATTENDANCE_MILLIS = 200;

    private final Path folder;
    private final Options options;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private final CommitAim commits = new CommitAim();
    private final Database database;
    private final Wire toDatabase;
    private final Centre centre;
    private final Wire toService;
    private final CentreRows rows;
    private final Mosquitto mosquitto;
    private final Wire serviceToBroker;
    private volatile boolean closed;

    private World(Path folder, Options options) throws Exception {
        this.folder = folder;
        this.options = options;
        try {
            CompletableFuture<Centre> keys =
                    later(() -> Centre.create(new Programs(options.checkout()), folder.resolve("centre")));
            database = keep(Database.create(folder.resolve("database")));
            toDatabase = keep(Wire.to(database.port(), commits));
            centre = keep(keys.get());
            toService = keep(Wire.to(centre.terminalsPort()));
            rows = new CentreRows(database::connect);
            mosquitto = keep(Mosquitto.in(folder.resolve("broker"), options.checkout(), centre.keys()));
            serviceToBroker = keep(Wire.to(mosquitto.port()));
        } catch (Exception e) {
            closeAtExit();
            throw e;
        }
    }

    /** Makes everything and starts it; blocks until every terminal is connected. */
    static World build(Options options) throws Exception {
        Path folder = Files.createTempDirectory("yici-sweep-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        World world = new World(folder, options);
        Runtime.getRuntime().addShutdownHook(new Thread(world::closeAtExit, "sweep-end"));
        try {
            world.start();
            return world;
        } catch (Exception e) {
            world.saveLogs();
            world.close();
            throw e;
        }
    }

    private static <T> CompletableFuture<T> later(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Sessions come back to an agent by themselves, whoever else is waited for. */
    private void attend() {
        try {
            while (!closed) {
                stations.forEach(station -> station.session().isFront());
                mosquitto.follow();
                TimeUnit.MILLISECONDS.sleep(ATTENDANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        running.add(0, part);
        return part;
    }

    private void start() throws Exception {
        mosquitto.program().start();
        centre.configure(toDatabase.port(), database.user(), serviceToBroker.port(), mosquitto.revocationList());
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < options.terminals(); i++) {
            codes.add(centre.enrolmentCode(id(i)));
        }
        rows.prepare();
        centre.program().start();
        if (!Wait.until(START, centre::isReady)) {
            throw new Unkept("the service did not become ready");
        }
        SplittableRandom random = new SplittableRandom(options.seed());
        Sealer sealer = new Sealer(CentreKey.read(centre.trust().resolve("centre-sealing.pem")));
        for (int i = 0; i < options.terminals(); i++) {
            stations.add(station(
                    i, mosquitto.port(), codes.get(i), new Author(id(i), sealer, random.split(), Time.system())));
        }
        Thread attendant = new Thread(this::attend, "attendant");
        attendant.setDaemon(true);
        attendant.start();
        keep(() -> {
            closed = true;
            attendant.join();
        });
        for (Station station : stations) {
            if (!Wait.until(START, station::isReady)) {
                throw new Unkept(station.terminal().id() + " did not connect");
            }
        }
    }

    private static String id(int number) {
        return "sweep-000" + (number + 1);
    }

    private Station station(int number, int brokerPort, String code, Author author) throws Exception {
        TlsAim aim = new TlsAim();
        Wire wire = keep(Wire.to(brokerPort, aim));
        Terminal terminal = Terminal.install(
                new Programs(options.checkout()),
                folder.resolve(id(number)),
                id(number),
                centre.trust(),
                wire.port(),
                toService.port());
        terminal.enrol(toService.port(), code);
        rows.addCopies(id(number), options.copiesOfATerminal());
        keep(terminal).agent().start();
        SessionClient session = keep(new SessionClient(terminal.folders()));
        return new Station(terminal, wire, aim, session, author, ledger);
    }

    /** Somebody who asks for certificates at the first terminal. */
    CopyAsker asker() throws IOException, GeneralSecurityException {
        SessionClient session = stations.get(0).session();
        return new CopyAsker(
                toService.port(), centre.trust().resolve("service-ca.pem"), Centre.SAFE_MODULE, () -> session.pass()
                        .map(AgentMessage.Pass::value));
    }

    Options options() {
        return options;
    }

    List<Station> stations() {
        return stations;
    }

    Ledger ledger() {
        return ledger;
    }

    CommitAim commits() {
        return commits;
    }

    Database database() {
        return database;
    }

    Wire toDatabase() {
        return toDatabase;
    }

    Wire toService() {
        return toService;
    }

    Centre centre() {
        return centre;
    }

    CentreRows rows() {
        return rows;
    }

    KeptProgram broker() {
        return mosquitto.program();
    }

    /** The service's own line to it. */
    Wire serviceToBroker() {
        return serviceToBroker;
    }

    /** All programs that are killed. */
    List<KeptProgram> programs() {
        return Stream.concat(
                        Stream.of(centre.program(), broker()),
                        stations.stream().map(station -> station.terminal().agent()))
                .toList();
    }

    /** Copies what the programs said to the folder of results. */
    void saveLogs() throws IOException {
        Path logs = Files.createDirectories(options.out().resolve("logs"));
        List<Path> files = new ArrayList<>(List.of(centre.log(), database.log()));
        for (Station station : stations) {
            files.add(station.terminal().folders().root().resolve("said"));
        }
        files.add(folder.resolve("broker/said"));
        for (Path file : files) {
            if (Files.exists(file)) {
                String name = folder.relativize(file).toString().replace('/', '-');
                Files.copy(file, logs.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Ends all of it and takes the folder away; again, it does nothing. */
    @Override
    public void close() throws Exception {
        List<AutoCloseable> parts = take();
        Exception failed = null;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
        if (!parts.isEmpty()) {
            delete();
        }
    }

    private synchronized List<AutoCloseable> take() {
        List<AutoCloseable> parts = List.copyOf(running);
        running.clear();
        return parts;
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Whoever presses Ctrl-C leaves no servers behind. */
    private void closeAtExit() {
        try {
            close();
        } catch (Exception e) {
            System.err.println("Not everything was ended: " + e);
        }
    }
}
