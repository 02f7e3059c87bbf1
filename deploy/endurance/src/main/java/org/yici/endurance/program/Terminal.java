package org.yici.endurance.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.yici.base.Folders;

/** A terminal without screen and devices: the agent, its folders and its key. */
public final class Terminal implements AutoCloseable {
    private static final String MODULE = "kiosk-app/kiosk-agent";
    private static final String MAIN = "org.yici.agent.Agent";

    private final Programs programs;
    private final String id;
    private final Folders folders;
    private final List<String> flags;
    private final KeptProgram agent;

    private Terminal(Programs programs, String id, Folders folders) throws IOException {
        this.programs = programs;
        this.id = id;
        this.folders = folders;
        // SQLite's native library is unpacked there at each start, and left there at each kill.
        Path scratch = Files.createDirectories(folders.root().resolve("tmp"));
        this.flags = List.of("-Xmx64m", "-Djava.io.tmpdir=" + scratch);
        this.agent = new KeptProgram(id, command("run"), folders.root().resolve("said"));
    }

    private List<String> command(String... arguments) throws IOException {
        return programs.java(
                MODULE,
                MAIN,
                flags,
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--data", folders.root().toString()))
                        .toList());
    }

    /** Lays trust and configuration on a fresh terminal, as an installer does. */
    public static Terminal install(Programs programs, Path root, String id, Path trust, int brokerPort, int servicePort)
            throws IOException {
        Folders folders = new Folders(root);
        Files.createDirectories(folders.trust());
        try (Stream<Path> anchors = Files.list(trust)) {
            for (Path anchor : anchors.toList()) {
                Files.copy(anchor, folders.trust().resolve(anchor.getFileName().toString()));
            }
        }
        Files.write(
                folders.etc().resolve("agent.yaml"),
                List.of(
                        "terminal: " + id,
                        "brokerUri: ssl://localhost:" + brokerPort,
                        "serviceUrl: https://localhost:" + servicePort,
                        "keepAliveSeconds: 5",
                        "healthSeconds: 600",
                        "slots: 1",
                        // One session keeps what hundreds of visits would.
                        "sessionMegabytes: 1024",
                        "sessionUsers: [" + System.getProperty("user.name") + "]"));
        Files.write(
                folders.etc().resolve("session.yaml"),
                List.of("devices:", "  - {id: document-printer, kind: DOCUMENT_PRINTER}"));
        return new Terminal(programs, id, folders);
    }

    /** Has its own program make a key and the service certify it. */
    public void enrol(int servicePort, String code) throws IOException, InterruptedException {
        Tool.run(command("enrol", "--service", "https://localhost:" + servicePort, "--code", code));
    }

    public String id() {
        return id;
    }

    public Folders folders() {
        return folders;
    }

    public KeptProgram agent() {
        return agent;
    }

    /** Rows in the agent's outbox, read from its file without touching it. */
    public long outboxRows() throws SQLException {
        return ask("select count(*) from outbox");
    }

    /** Lines of the agent's journal: each went into the outbox with it. */
    public long journalLines() throws SQLException {
        return ask("select count(*) from journal");
    }

    private long ask(String sql) throws SQLException {
        String file = "jdbc:sqlite:file:" + folders.state().resolve("agent.db") + "?mode=ro";
        try (Connection connection = DriverManager.getConnection(file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 2000");
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        agent.stop();
    }
}
