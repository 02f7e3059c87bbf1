package org.yici.admin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
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
    private static final String BROKER = "yici.broker.uri";

    public static final String SAFE_MODULE = "05.03-20260101-000000001-000000002";

    private final Path data;
    private final String database;
    private final URI broker;
    private final Optional<MosquittoBroker> ownBroker;

    /** Empty once it is closed: test classes keep their service in a static field, and it holds a hundred megabytes. */
    private final AtomicReference<@Nullable ServletWebServerApplicationContext> context = new AtomicReference<>();

    private TestService(
            Path data,
            String database,
            URI broker,
            Optional<MosquittoBroker> ownBroker,
            ServletWebServerApplicationContext context) {
        this.data = data;
        this.database = database;
        this.broker = broker;
        this.ownBroker = ownBroker;
        this.context.set(context);
    }

    public static TestService start(Path data) throws IOException {
        return start(data, PrivatePostgres.freshDatabase(), Map.of());
    }

    /**
     * With a broker of its own, unless the settings name one.
     *
     * @param settings further lines of the configuration file, by key
     */
    public static TestService start(Path data, String database, Map<String, String> settings) throws IOException {
        return start(data, database, settings, context -> {});
    }

    /**
     * The same with other parts in the place of some.
     *
     * @param parts sees the context before its parts are made
     */
    public static TestService start(
            Path data,
            String database,
            Map<String, String> settings,
            ApplicationContextInitializer<GenericApplicationContext> parts)
            throws IOException {
        if (settings.containsKey(BROKER)) {
            return start(data, database, settings, Optional.empty(), parts);
        }
        MosquittoBroker broker = MosquittoBroker.start();
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(broker.settings());
        return start(data, database, all, Optional.of(broker), parts);
    }

    private static TestService start(
            Path data,
            String database,
            Map<String, String> settings,
            Optional<MosquittoBroker> ownBroker,
            ApplicationContextInitializer<GenericApplicationContext> parts)
            throws IOException {
        Folders folders = new Folders(data);
        Files.createDirectories(folders.etc());
        Map<String, String> all = new HashMap<>(Map.of(
                "yici.pages.port",
                "0",
                "yici.terminals.port",
                "0",
                "yici.database.url",
                database,
                "yici.keys",
                TestKeys.folder().toString()));
        all.putAll(settings);
        Files.writeString(
                folders.etc().resolve("service.yaml"),
                all.entrySet().stream()
                        .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        TestService service = new TestService(
                data,
                database,
                URI.create(settings.getOrDefault(BROKER, "")),
                ownBroker,
                ServiceApplication.start(folders, ConfigFile.read(folders), parts));
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

    /** The program's own objects of this type. */
    public <T> Collection<T> beans(Class<T> type) {
        return context().getBeansOfType(type).values();
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
        return broker;
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
        try {
            if (ownBroker.isPresent()) {
                ownBroker.get().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
