package org.yici.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.fixture.HttpsService;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.agent.identity.KeyFiles;
import org.yici.agent.identity.Tls;
import org.yici.agent.server.ServiceClient;
import org.yici.base.Folders;
import org.yici.base.Time;

/** Enrolment as a person does it, against a service over real TLS. */
class EnrolCommandTest {
    @TempDir
    Path data;

    private final StringWriter words = new StringWriter();
    private Folders folders;
    private ThrowawayCentre centre;

    @BeforeEach
    void install() throws Exception {
        folders = new Folders(data);
        centre = ThrowawayCentre.get();
        centre.installTrust(folders);
    }

    private int enrol(String service, String code, String... further) {
        List<String> arguments =
                new ArrayList<>(List.of("enrol", "--data", data.toString(), "--service", service, "--code", code));
        arguments.addAll(List.of(further));
        return Agent.commandLine()
                .setOut(new PrintWriter(words, true))
                .setErr(new PrintWriter(words, true))
                .execute(arguments.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> there = Files.list(Files.createDirectories(folders.state()))) {
            return there.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void leavesAKeyThatTheServiceKnowsAndDoesNothingTheSecondTime() throws Exception {
        try (HttpsService service = HttpsService.start(centre, "service-tls")) {
            String url = service.uri().toString();
            assertThat(enrol(url, HttpsService.CODE, "--terminal", "test-0001"))
                    .as(words.toString())
                    .isZero();
            assertThat(files()).containsExactly("terminal.p12", "terminal.password");
            for (Path file : List.of(
                    KeyFiles.of(folders).keyStore(), KeyFiles.of(folders).password())) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
            ServiceClient client = new ServiceClient(
                    service.uri(),
                    Tls.mutual(KeyFiles.of(folders), folders.trust().resolve("service-ca.pem"), Time.system()));
            assertThat(client.pass().answer().pass()).isEqualTo(HttpsService.PASS);
            assertThat(service.passHolders()).containsExactly("CN=test-0001");

            byte[] before = Files.readAllBytes(KeyFiles.of(folders).keyStore());
            assertThat(enrol(url, "another", "--terminal", "test-0001")).isZero();
            assertThat(words.toString()).contains("enrolled already");
            assertThat(Files.readAllBytes(KeyFiles.of(folders).keyStore())).isEqualTo(before);
        }
    }

    @Test
    void takesTheTerminalsIdFromItsConfiguration() throws Exception {
        Files.writeString(
                folders.etc().resolve("agent.yaml"),
                "terminal: test-0002\nbrokerUri: ssl://localhost:1\nserviceUrl: https://localhost:1\n");
        try (HttpsService service = HttpsService.start(centre, "service-tls")) {
            assertThat(enrol(service.uri().toString(), HttpsService.CODE)).isZero();
            assertThat(words.toString()).contains("test-0002 is enrolled");
        }
    }

    @Test
    void saysThatTheCodeIsRefusedAndLeavesNothing() throws Exception {
        try (HttpsService service = HttpsService.start(centre, "service-tls")) {
            assertThat(enrol(service.uri().toString(), "WRONG", "--terminal", "test-0001"))
                    .isEqualTo(3);
            assertThat(words.toString()).contains("ENROLMENT_REFUSED").contains("have a new one made");
            assertThat(words.toString()).doesNotContain("WRONG");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        assertThat(enrol("https://localhost:9", "CODE", "--terminal", "test-0001"))
                .isEqualTo(4);
        assertThat(words.toString()).contains("https://localhost:9").contains("cannot be reached");
        assertThat(files()).isEmpty();
    }

    @Test
    void givesItsCodeToNoServiceOfAnotherAuthority() throws Exception {
        try (HttpsService service = HttpsService.start(centre, "broker-tls")) {
            assertThat(enrol(service.uri().toString(), HttpsService.CODE, "--terminal", "test-0001"))
                    .isEqualTo(5);
            assertThat(words.toString()).contains("service-ca.pem");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void refusesAnIdThatBelongsToTheCentre() {
        assertThat(enrol("https://localhost:9", "CODE", "--terminal", "service-1"))
                .isEqualTo(2);
        assertThat(words.toString()).contains("belong to the centre");
    }
}
