package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.TestKeys;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.refusal.RefusalKind;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Resources;

/**
 * What a terminal may ask for over HTTPS, and what it may not: each refusal has its code, is counted on the page under its own name,
 * and nothing was issued.
 */
class RequestAccessTest {
    private static final Citizen INSURED = new Citizen("林知夏", "000101198802290029");
    private static final Citizen OTHER = new Citizen("𠮷龘", "000101195001010011");
    private static final String NOBODY = "身份不明";

    @TempDir
    static Path data;

    private static TestService service;
    private static AdminBrowser admin;
    private static int number;

    private TestTerminal terminal;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        admin = AdminBrowser.first(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void enrol() throws Exception {
        number++;
        terminal = service.enrolled("asker-%04d".formatted(number), "询问点");
    }

    /** Everything that issuing leaves behind. */
    private static List<Map<String, Object>> issued() {
        return service.rows(
                """
                select copy_id as a, copy_number::text as b from certificate_copy
                union all select copy_id, identifier from reference.copy order by 1, 2
                """);
    }

    /** A request that is to be refused. */
    @FunctionalInterface
    private interface Try {
        HttpResponse<byte[]> run() throws Exception;
    }

    private static void assertRefused(int status, String code, RefusalKind kind, String who, Try attempt)
            throws Exception {
        List<Map<String, Object>> before = issued();
        long counted = admin.refused(kind, who);

        HttpResponse<byte[]> answer = attempt.run();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestTerminal.problem(answer).code()).isEqualTo(code);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain(INSURED.name(), INSURED.number());
        assertThat(issued()).as("what was issued").isEqualTo(before);
        assertThat(admin.refused(kind, who)).as("%s on the page", kind).isEqualTo(counted + 1);
    }

    private HttpResponse<byte[]> askWith(String pass) throws Exception {
        return terminal.askForCopy(pass, UUID.randomUUID(), INSURED, terminal.evidence());
    }

    /** A pass as the service makes them, but for what is said here. */
    private String pass(PrivateKey key, String audience, Instant expires) throws Exception {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("yici-service");
        claims.setAudience(audience);
        claims.setSubject(terminal.id());
        claims.setClaim("crt", terminal.certificate().getSerialNumber().toString(16));
        claims.setIssuedAt(NumericDate.fromSeconds(expires.getEpochSecond() - 900));
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    @Test
    void issuesToWhoMayAsk() throws Exception {
        int before = issued().size();
        PrivateKey genuine = TestKeys.open().privateKey("pass-signing.key");

        assertThat(askWith(terminal.pass().pass()).statusCode()).isEqualTo(200);
        assertThat(askWith(pass(genuine, "yici-terminal-requests", Instant.now().plusSeconds(60)))
                        .statusCode())
                .as("the passes that this test makes are of the right form")
                .isEqualTo(200);
        assertThat(issued()).hasSize(before + 4);
    }

    @Test
    void refusesARequestWithoutAPass() throws Exception {
        assertRefused(
                401,
                "PASS_REFUSED",
                RefusalKind.PASS_MISSING,
                NOBODY,
                () -> terminal.post(Resources.COPIES, new byte[0], Map.of(), false));
        assertRefused(
                401,
                "PASS_REFUSED",
                RefusalKind.PASS_MISSING,
                NOBODY,
                () -> terminal.post(Resources.COPIES, new byte[0], Map.of("Authorization", "Basic eDp5"), true));
    }

    @Test
    void refusesAForgedPass() throws Exception {
        String good = terminal.pass().pass();
        String[] parts = good.split("\\.", -1);
        PrivateKey other =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        String made = pass(other, "yici-terminal-requests", Instant.now().plusSeconds(600));

        for (String forged : List.of(
                "eyJhbGciOiJub25lIn0." + parts[1] + ".", parts[0] + "." + parts[1] + "." + "A".repeat(86), made, "x")) {
            assertRefused(401, "PASS_REFUSED", RefusalKind.PASS_FORGED, NOBODY, () -> askWith(forged));
        }
    }

    @Test
    void refusesAPassThatIsOver() throws Exception {
        String old = pass(
                TestKeys.open().privateKey("pass-signing.key"),
                "yici-terminal-requests",
                Instant.now().minusSeconds(2));

        assertRefused(401, "PASS_REFUSED", RefusalKind.PASS_ENDED, terminal.id(), () -> askWith(old));
    }

    @Test
    void refusesAPassForAnotherAudience() throws Exception {
        String other = pass(
                TestKeys.open().privateKey("pass-signing.key"),
                "yici-something-else",
                Instant.now().plusSeconds(600));

        assertRefused(401, "PASS_REFUSED", RefusalKind.PASS_OTHER_AUDIENCE, terminal.id(), () -> askWith(other));
    }

    @Test
    void refusesAnotherTerminalsPassAtItsOwnReader() throws Exception {
        TestTerminal neighbour = service.enrolled("neighbour-" + number, "邻点");
        String stolen = neighbour.pass().pass();
        IdentityEvidence own = new IdentityEvidence(
                IdentityEvidence.Method.RESIDENT_ID_CARD,
                "05.03-20260101-000000009-000000009",
                AssuranceLevel.CARD,
                Instant.now());

        assertRefused(
                403,
                "READER_UNKNOWN",
                RefusalKind.READER_UNKNOWN,
                neighbour.id(),
                () -> terminal.askForCopy(stolen, UUID.randomUUID(), INSURED, own));
    }

    @Test
    void refusesALevelThatIsTooLow() throws Exception {
        String pass = terminal.pass().pass();
        IdentityEvidence good = terminal.evidence();
        IdentityEvidence nobody =
                new IdentityEvidence(good.method(), good.safeModule(), AssuranceLevel.ANYONE, Instant.now());

        assertRefused(
                403,
                "LEVEL_TOO_LOW",
                RefusalKind.LEVEL_TOO_LOW,
                terminal.id(),
                () -> terminal.askForCopy(pass, UUID.randomUUID(), INSURED, nobody));
    }

    @Test
    void refusesACardThatWasReadIn1999AlsoForACopyThatWasGivenBefore() throws Exception {
        String pass = terminal.pass().pass();
        IdentityEvidence good = terminal.evidence();
        UUID key = UUID.randomUUID();
        terminal.copy(pass, key, INSURED);
        IdentityEvidence old = new IdentityEvidence(
                good.method(), good.safeModule(), good.level(), Instant.parse("1999-12-01T10:00:00Z"));

        assertRefused(
                403,
                "EVIDENCE_NOT_CURRENT",
                RefusalKind.EVIDENCE_NOT_CURRENT,
                terminal.id(),
                () -> terminal.askForCopy(pass, UUID.randomUUID(), INSURED, old));
        assertRefused(
                403,
                "EVIDENCE_NOT_CURRENT",
                RefusalKind.EVIDENCE_NOT_CURRENT,
                terminal.id(),
                () -> terminal.askForCopy(pass, key, INSURED, old));
    }

    @Test
    void refusesMoreThanTheQuota() throws Exception {
        service.sql()
                .sql("update terminal set requests_per_hour = 1 where id = ?")
                .param(terminal.id())
                .update();
        String pass = terminal.pass().pass();
        terminal.copy(pass, UUID.randomUUID(), INSURED);

        assertRefused(429, "OVER_QUOTA", RefusalKind.OVER_QUOTA, terminal.id(), () -> askWith(pass));
    }

    @Test
    void refusesOutsideTheHours() throws Exception {
        int hour = (Instant.now().atZone(ZoneId.of("Asia/Shanghai")).getHour() + 10) % 22;
        service.sql()
                .sql("update terminal set hours = ? where id = ?")
                .params("%02d:00-%02d:00".formatted(hour, hour + 1), terminal.id())
                .update();
        String pass = terminal.pass().pass();

        assertRefused(403, "OUTSIDE_HOURS", RefusalKind.OUTSIDE_HOURS, terminal.id(), () -> askWith(pass));
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() throws Exception {
        String pass = terminal.pass().pass();
        UUID key = UUID.randomUUID();
        IssuedCopy first = terminal.copy(pass, key, INSURED);

        assertRefused(
                409,
                "KEY_REUSED",
                RefusalKind.KEY_REUSED,
                terminal.id(),
                () -> terminal.askForCopy(pass, key, OTHER, terminal.evidence()));
        assertThat(terminal.copy(pass, key, INSURED).document())
                .as("the first one is still what it was")
                .isEqualTo(first.document());
    }

    @Test
    void givesNoPassWithoutACertificate() throws Exception {
        assertRefused(
                403, "TERMINAL_REFUSED", RefusalKind.CERTIFICATE_MISSING, NOBODY, () -> terminal.askForPass(false));
    }

    @Test
    void givesNoPassForACertificateThatSomebodyElseIssued() throws Exception {
        long before = admin.refused(RefusalKind.REQUEST_CERTIFICATE_FOREIGN, NOBODY);
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Identity.ofAnotherAuthority(terminal.id()).tls("service-ca.pem"))
                .build();
        HttpRequest request = HttpRequest.newBuilder(service.terminals().resolve(Resources.PASS))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);

        assertThat(admin.refused(RefusalKind.REQUEST_CERTIFICATE_FOREIGN, NOBODY))
                .isGreaterThan(before);
    }

    @Test
    void givesNothingForACertificateThatWasReplaced() throws Exception {
        String pass = terminal.pass().pass();
        service.enrolled(terminal.id(), "换机点");

        assertRefused(
                403, "TERMINAL_REFUSED", RefusalKind.TERMINAL_REFUSED, terminal.id(), () -> terminal.askForPass(true));
        assertRefused(403, "TERMINAL_REFUSED", RefusalKind.TERMINAL_REFUSED, terminal.id(), () -> askWith(pass));
    }

    @Test
    void givesNothingForACertificateThatWasRevoked() throws Exception {
        String pass = terminal.pass().pass();
        String page = "/terminals/" + terminal.id() + "/revoke";
        assertThat(admin.get(page).body()).contains("吊销这台终端的证书？");
        admin.submit(page, page, Map.of());

        assertRefused(
                403, "TERMINAL_REFUSED", RefusalKind.TERMINAL_REFUSED, terminal.id(), () -> terminal.askForPass(true));
        assertRefused(403, "TERMINAL_REFUSED", RefusalKind.TERMINAL_REFUSED, terminal.id(), () -> askWith(pass));
        assertThat(service.rows(
                        "select account from audit where act = 'TERMINAL_REVOKED' and subject = ?", terminal.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("account", AdminBrowser.NAME));
    }

    @Test
    void enrolsNobodyWithAWrongCode() throws Exception {
        service.enrolmentCode("newcomer-" + number, "新点");
        TestTerminal guesser = new TestTerminal("newcomer-" + number, service.terminals(), TestService.SAFE_MODULE);
        String request = guesser.certificateRequest(guesser.id());

        assertRefused(
                403,
                "ENROLMENT_REFUSED",
                RefusalKind.ENROLMENT_REFUSED,
                NOBODY,
                () -> guesser.askToEnrol("AAAA-BBBB-CCCC", request));
        assertRefused(
                403,
                "ENROLMENT_REFUSED",
                RefusalKind.ENROLMENT_REFUSED,
                terminal.id(),
                () -> terminal.askToEnrol("AAAA-BBBB-CCCC", terminal.certificateRequest(terminal.id())));
        assertThat(service.rows("select 1 from terminal where id = ?", guesser.id()))
                .isEmpty();
        assertThat(terminal.askForPass(true).statusCode())
                .as("a wrong code takes nothing from the terminal")
                .isEqualTo(200);
    }

    @Test
    void answersNothingThatCannotBeRead() throws Exception {
        Map<String, String> bearer = TestTerminal.bearer(terminal.pass().pass());

        for (byte[] body : List.of(new byte[70_000], "{".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            assertRefused(
                    400,
                    "MALFORMED",
                    RefusalKind.REQUEST_MALFORMED,
                    terminal.id(),
                    () -> terminal.post(Resources.OFFERS, body, bearer, false));
        }
    }

    @Test
    void keepsEachPortToItsOwn() throws Exception {
        long before = admin.refused(RefusalKind.WRONG_PORT, NOBODY);

        assertThat(terminal.post("/login", new byte[0], Map.of(), true).statusCode())
                .isEqualTo(404);
        assertThat(admin.post(Resources.PASS, Map.of(), Map.of(), "").statusCode())
                .isEqualTo(404);

        assertThat(admin.refused(RefusalKind.WRONG_PORT, NOBODY)).isEqualTo(before + 2);
    }

    @Test
    void countsUnderNoNameThatSomebodyMadeUp() throws Exception {
        for (int i = 0; i < 3; i++) {
            TestTerminal madeUp =
                    new TestTerminal("000101198802290029" + i, service.terminals(), TestService.SAFE_MODULE);
            assertRefused(
                    403,
                    "ENROLMENT_REFUSED",
                    RefusalKind.ENROLMENT_REFUSED,
                    NOBODY,
                    () -> madeUp.askToEnrol("AAAA-BBBB-CCCC", madeUp.certificateRequest(madeUp.id())));
        }
        assertThat(service.rows("select who from refusal where who like '0001%'"))
                .isEmpty();
    }
}
