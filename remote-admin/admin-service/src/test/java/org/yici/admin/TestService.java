package org.yici.admin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.broker.BrokerLifecycle;
import org.yici.admin.config.ConfigFile;
import org.yici.admin.enrolment.CodeDesk;
import org.yici.admin.platform.reference.PlatformWarmUp;
import org.yici.admin.web.TerminalConnector;
import org.yici.base.Folders;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/** The whole service as it is started in earnest, on free ports and a fresh or given database. */
public final class TestService implements AutoCloseable {
    public static final String SAFE_MODULE = "05.03-20260101-000000001-000000002";

    private final Path data;
    private final String database;

    /** Empty once it is closed: test classes keep their service in a static field, and it holds a hundred megabytes. */
    private final AtomicReference<@Nullable ServletWebServerApplicationContext> context = new AtomicReference<>();

    private TestService(Path data, String database, ServletWebServerApplicationContext context) {
        this.data = data;
        this.database = database;
        this.context.set(context);
    }

    public static TestService start(Path data) throws IOException {
        return start(data, PrivatePostgres.freshDatabase(), Map.of());
    }

    /** @param settings further lines of the configuration file, by key */
    public static TestService start(Path data, String database, Map<String, String> settings) throws IOException {
        Folders folders = new Folders(data);
        Files.createDirectories(folders.etc());
        String more = settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(
                folders.etc().resolve("service.yaml"),
                """
                yici.pages.port: 0
                yici.terminals.port: 0
                yici.broker.port: 0
                yici.database.url: %s
                yici.keys: %s
                """
                                .formatted(database, TestKeys.folder())
                        + more);
        TestService service =
                new TestService(data, database, ServiceApplication.start(folders, ConfigFile.read(folders)));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(service::isListening);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(service.part(PlatformWarmUp.class)::isDone);
        return service;
    }

    private ServletWebServerApplicationContext context() {
        return Objects.requireNonNull(context.get(), "the service is closed");
    }

    private boolean isListening() {
        return context().getBean(BrokerLifecycle.class).isListening();
    }

    public String database() {
        return database;
    }

    public Path data() {
        return data;
    }

    public URI pages() {
        return URI.create("http://127.0.0.1:"
                + Objects.requireNonNull(context().getWebServer()).getPort());
    }

    public URI terminals() {
        return URI.create("https://localhost:"
                + context().getBean(TerminalConnector.class).port());
    }

    public URI broker() {
        return URI.create("ssl://localhost:"
                + context()
                        .getBean(BrokerLifecycle.class)
                        .embedded()
                        .orElseThrow()
                        .port());
    }

    public JdbcClient sql() {
        return context().getBean(JdbcClient.class);
    }

    /** A part of the service, for tests of its own package. */
    public <T> T part(Class<T> type) {
        return context().getBean(type);
    }

    public List<Map<String, Object>> rows(String sql, Object... parameters) {
        return sql().sql(sql).params(parameters).query().listOfRows();
    }

    /** A code as the command gives it out. */
    public String enrolmentCode(String terminal, String name) {
        return new CodeDesk(PrivatePostgres.dataSource(database), Time.system())
                .issue(new TerminalId(terminal), name, SAFE_MODULE, Duration.ofHours(1));
    }

    public TestTerminal enrolled(String terminal, String name) throws Exception {
        TestTerminal machine = new TestTerminal(terminal, terminals(), SAFE_MODULE);
        machine.enrol(enrolmentCode(terminal, name));
        return machine;
    }

    @Override
    public void close() {
        ServletWebServerApplicationContext open = context.getAndSet(null);
        if (open != null) {
            open.close();
        }
    }
}
