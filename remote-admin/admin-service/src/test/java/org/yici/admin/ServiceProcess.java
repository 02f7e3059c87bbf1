package org.yici.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.yici.admin.enrolment.CodeDesk;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.port.FreePort;

/** The service as a process of its own, with the memory that the demo gives it, beside a broker of its own. */
public final class ServiceProcess implements AutoCloseable {
    private static final List<String> AS_IN_THE_DEMO =
            List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private final Process process;
    private final Path data;
    private final String database;
    private final int pages;
    private final int terminals;
    private final MosquittoBroker broker;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private ServiceProcess(Path data, String database, MosquittoBroker broker, Map<String, String> settings)
            throws IOException {
        this.data = data;
        this.database = database;
        this.pages = FreePort.next();
        this.terminals = FreePort.next();
        this.broker = broker;
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(broker.settings());
        Path etc = data.resolve("etc/yici");
        Files.createDirectories(etc);
        Files.writeString(
                etc.resolve("service.yaml"),
                """
                yici.pages.port: %d
                yici.terminals.port: %d
                yici.database.url: %s
                yici.keys: %s
                """
                                .formatted(pages, terminals, database, TestKeys.folder())
                        + all.entrySet().stream()
                                .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
                                .collect(Collectors.joining()));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(AS_IN_THE_DEMO);
        command.addAll(List.of(
                "-Dyici.fonts=" + System.getProperty("yici.fonts"),
                "-cp",
                System.getProperty("java.class.path"),
                Service.class.getName(),
                "--data",
                data.toString()));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
    }

    /** Starts it and waits until it is ready. */
    public static ServiceProcess start(Path data, Map<String, String> settings) throws IOException {
        ServiceProcess service =
                new ServiceProcess(data, PrivatePostgres.freshDatabase(), MosquittoBroker.start(), settings);
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> service.isAlive() && service.isReady());
        return service;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Database and broker are reached, says its own health endpoint. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(pages().resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public Path data() {
        return data;
    }

    public URI pages() {
        return URI.create("http://127.0.0.1:" + pages);
    }

    public URI broker() {
        return broker.address();
    }

    public String database() {
        return database;
    }

    public TestTerminal enrolled(String terminal) throws Exception {
        TestTerminal machine =
                new TestTerminal(terminal, URI.create("https://localhost:" + terminals), TestService.SAFE_MODULE);
        machine.enrol(new CodeDesk(PrivatePostgres.dataSource(database), Time.system())
                .issue(new TerminalId(terminal), "示范点", TestService.SAFE_MODULE, Duration.ofHours(1)));
        return machine;
    }

    public String log() throws IOException {
        return Files.readString(data.resolve("log"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        broker.close();
    }
}
