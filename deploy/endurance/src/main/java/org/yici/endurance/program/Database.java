package org.yici.endurance.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A private PostgreSQL cluster of the machine's own packages, with its own settings: what it commits is flushed to the disk. */
public final class Database implements AutoCloseable {
    private static final String USER = "yici";

    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger stops = new AtomicInteger();

    private Database(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Makes a cluster in {@code folder}, with an empty database, and starts it. */
    public static Database create(Path folder) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        Tool.giveAway(folder);
        Database database = new Database(programs(), folder, Tool.freePort());
        String data = database.data();
        database.program("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        database.start();
        try (Connection connection = database.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database yici");
        }
        return database;
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("needs Debian's package postgresql"));
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Tool.unprivileged());
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        Tool.run(command);
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    /** Starts it and waits until it takes connections; after a stop it first recovers from its log. */
    public void start() throws IOException, InterruptedException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder;
        program("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o", options, "start");
    }

    /** Ends all of its processes at once, without a checkpoint or a word to its clients. */
    public void stopAtOnce() throws IOException, InterruptedException {
        stops.incrementAndGet();
        program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** How often it was stopped at once. */
    public int stops() {
        return stops.get();
    }

    /** A connection past all wires. */
    public Connection connect() throws SQLException {
        return connect("yici");
    }

    private Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?sslmode=disable", USER, "");
    }

    public Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        }
    }
}
