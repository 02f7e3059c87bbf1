package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.onetime.OneTimeCode;

class CommandLineTest {
    @TempDir
    Path data;

    private record Outcome(int code, String out) {}

    private static Outcome run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new Outcome(Service.run(arguments), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private void configure(String yaml) throws Exception {
        Files.createDirectories(data.resolve("etc/yici"));
        Files.writeString(data.resolve("etc/yici/service.yaml"), yaml);
    }

    @Test
    void printsACodeAndNothingElseAndKeepsItsHashAlone() throws Exception {
        String database = PrivatePostgres.freshDatabase();
        configure("yici.database.url: " + database);

        Outcome outcome = run(
                "--data",
                data.toString(),
                "issue-enrolment-code",
                "--terminal",
                "demo-0001",
                "--name",
                "示范便民超市",
                "--safe-module",
                "05.03-1");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}\\R");
        JdbcClient sql = JdbcClient.create(PrivatePostgres.dataSource(database));
        assertThat(sql.sql("select code_sha256 from enrolment_code")
                        .query(byte[].class)
                        .single())
                .isEqualTo(OneTimeCode.hash(outcome.out().strip()));
        assertThat(sql.sql("select expires_at - issued_at = interval '24 hours' from enrolment_code")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void exitsWithTwoForAConfigurationThatCannotBeUsed() throws Exception {
        configure("yici.pages.port: many");

        assertThat(run("--data", data.toString()).code()).isEqualTo(2);
    }

    @Test
    void refusesANameThatIsNoTerminals() throws Exception {
        configure("yici.database.url: " + PrivatePostgres.freshDatabase());

        assertThat(run(
                                "--data",
                                data.toString(),
                                "issue-enrolment-code",
                                "--terminal",
                                "service-1",
                                "--name",
                                "x",
                                "--safe-module",
                                "y")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version").out()).startsWith("yici service ");
    }

    @Test
    void revokesATerminalAndNamesItsCertificateInTheList() throws Exception {
        String database = PrivatePostgres.freshDatabase();
        configure("yici.database.url: " + database + "\nyici.keys: " + TestKeys.folder());
        assertThat(list().getRevokedCertificates()).isNull();
        JdbcClient.create(PrivatePostgres.dataSource(database))
                .sql(
                        """
                        insert into terminal (id, name, safe_module, certificate_serial, certificate_sha256, certificate_until,
                            enrolled_at) values ('demo-0007', '示范点', 'm', 'c0ffee', 'x', now() + interval '1 day', now())
                        """)
                .update();
        assertThat(run("--data", data.toString(), "revoke-terminal", "--terminal", "demo-0007", "--wait", "0")
                        .code())
                .as("revoked; without a service nobody has seen a broker refuse it")
                .isEqualTo(3);

        assertThat(list().getRevokedCertificates()).singleElement().satisfies(entry -> assertThat(
                        entry.getSerialNumber().toString(16))
                .isEqualTo("c0ffee"));
        assertThat(run("--data", data.toString(), "revoke-terminal", "--terminal", "demo-0007")
                        .code())
                .as("there is nothing left to revoke")
                .isEqualTo(1);
    }

    private X509CRL list() throws Exception {
        String printed = run("--data", data.toString(), "revocation-list").out();
        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(printed.getBytes(StandardCharsets.US_ASCII)));
        list.verify(TestKeys.open().certificate("terminal-ca.pem").getPublicKey());
        return list;
    }
}
