package org.yici.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.yici.base.port.FreePort;

/** A private PostgreSQL cluster of the machine's own packages, one for all tests of a process; gone when the process ends. */
public final class PrivatePostgres {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final PrivatePostgres CLUSTER = start();

    private final Path programs;
    private final Path folder;
    private final int port;

    private PrivatePostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The address of a fresh, empty database. */
    public static String freshDatabase() {
        String name = "yici_test_" + NEXT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(CLUSTER.url("postgres"), "yici", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return CLUSTER.url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
    }

    public static PGSimpleDataSource dataSource(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser("yici");
        return database;
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private static PrivatePostgres start() {
        try {
            Path folder = Files.createTempDirectory("yici-postgres-");
            PrivatePostgres cluster = new PrivatePostgres(programs(), folder, FreePort.next());
            if (isRoot()) {
                run(List.of("chown", "nobody", folder.toString()));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
            Path data = folder.resolve("data");
            cluster.program(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "yici",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "-N");
            cluster.program(
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + cluster.port + " -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories="
                            + folder,
                    "start");
            return cluster;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no private PostgreSQL could be started", e);
        }
    }

    private void stop() {
        try {
            program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(PrivatePostgres::delete);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("yici-command-", ".log");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(output));
        }
        Files.delete(output);
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("needs Debian's package postgresql"));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
