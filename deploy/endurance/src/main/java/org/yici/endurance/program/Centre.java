package org.yici.endurance.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yici.base.Folders;

/** The service with the keys of a throw-away centre. */
public final class Centre implements AutoCloseable {
    public static final String SAFE_MODULE = "05.03-20260101-000000001-000000002";

    private static final String MODULE = "remote-admin/admin-service";
    private static final String MAIN = "org.yici.admin.Service";

    private final Programs programs;
    private final Path folder;
    private final int pagesPort = Tool.freePort();
    private final int terminalsPort = Tool.freePort();
    private final KeptProgram program;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Centre(Programs programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        List<String> flags = new ArrayList<>(List.of("-Xmx384m"));
        String fonts = System.getProperty("yici.fonts");
        if (fonts != null) {
            flags.add("-Dyici.fonts=" + fonts);
        }
        this.program = new KeptProgram(
                "service",
                programs.java(MODULE, MAIN, flags, List.of("--data", folder.toString())),
                folder.resolve("service.log"));
    }

    /** Makes keys for a centre in {@code folder}. */
    public static Centre create(Programs programs, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Tool.run(List.of(programs.script("throwaway-ca").toString(), folder.toString()));
        return new Centre(programs, folder);
    }

    /**
     * Writes its configuration.
     *
     * @param databasePort where it finds PostgreSQL
     * @param brokerPort where it finds the broker
     * @param revocationList where the broker reads its revocation list from
     */
    public void configure(int databasePort, String databaseUser, int brokerPort, Path revocationList)
            throws IOException {
        List<String> lines = List.of(
                "yici.pages.port: " + pagesPort,
                "yici.terminals.port: " + terminalsPort,
                "yici.terminals.requests-per-hour: 1000000",
                // The sweep reads what the database answers on its way (docs/proof/sweep.md).
                "yici.database.url: jdbc:postgresql://127.0.0.1:" + databasePort + "/yici?sslmode=disable",
                "yici.database.user: " + databaseUser,
                "yici.broker.uri: ssl://localhost:" + brokerPort,
                "yici.broker.revocation-list: " + revocationList);
        Path etc = new Folders(folder).etc();
        Files.createDirectories(etc);
        Files.write(etc.resolve("service.yaml"), lines);
    }

    /** A one-time code, given out by the service's own command on the database; makes the tables if they are not there. */
    public String enrolmentCode(String terminal) throws IOException, InterruptedException {
        return Tool.run(programs.java(
                        MODULE,
                        MAIN,
                        List.of("-Xmx128m"),
                        List.of(
                                "--data",
                                folder.toString(),
                                "issue-enrolment-code",
                                "--terminal",
                                terminal,
                                "--name",
                                "Sweep " + terminal,
                                "--safe-module",
                                SAFE_MODULE)))
                .strip();
    }

    public KeptProgram program() {
        return program;
    }

    /** Whether it serves: database and broker reached. */
    public boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + pagesPort + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Port of the terminals' resources. */
    public int terminalsPort() {
        return terminalsPort;
    }

    public Path keys() {
        return new Folders(folder).etc().resolve("keys");
    }

    /** What lies on a terminal. */
    public Path trust() {
        return folder.resolve("public/trust");
    }

    public Path log() {
        return folder.resolve("service.log");
    }

    @Override
    public void close() throws InterruptedException {
        program.stop();
    }
}
