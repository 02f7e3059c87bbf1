package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.admin.TestTerminal.answer;
import static org.yici.admin.TestTerminal.problem;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.PassAnswer;
import org.yici.contract.https.Resources;
import org.yici.paper.certificate.CertificateIdentifier;
import org.yici.paper.seal.SealCheck;
import org.yici.paper.seal.SealVerdict;

/** The way of a certificate over HTTPS, from a fresh machine to a sealed page. */
class CertificateServiceTest {
    private static final Citizen INSURED = new Citizen("林知夏", "000101198802290029");
    private static final Citizen RARE = new Citizen("𠮷龘", "000101195001010011");
    private static final Citizen UNINSURED = new Citizen("赵一鸣", "000101200106181195");
    private static final Citizen UNKNOWN = new Citizen("黎未央", "000101198707072867");

    @TempDir
    static Path data;

    private static TestService service;
    private static LogWatch log;
    private static TestTerminal terminal;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        log = LogWatch.begin("林知夏", "𠮷龘", "赵一鸣", "黎未央");
        terminal = service.enrolled("shop-0001", "示范便民超市");
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
        assertThat(log.lines()).as("lines that were looked at").isPositive();
        assertThat(log.found()).as("lines of the log that name a citizen").isEmpty();
    }

    @Test
    void issuesASealedCopyUnderAnIdentifierOfTheStandard() throws Exception {
        IssuedCopy copy = terminal.copy(terminal.pass().pass(), UUID.randomUUID(), INSURED);

        assertThat(CertificateIdentifier.isValid(copy.certificate())).isTrue();
        assertThat(copy.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(copy.document())));
        SealVerdict verdict =
                SealCheck.withAnchors(TestKeys.trust().resolve("seal-ca.pem")).check(copy.document());
        assertThat(verdict).isInstanceOf(SealVerdict.Good.class);
        assertThat(((SealVerdict.Good) verdict).identifier()).hasToString("Optional[" + copy.certificate() + "]");
        assertThat(copy.sheets()).isEqualTo(1);
        assertThat(copy.copyId()).matches("yc-[0-9a-z]{16}");
    }

    @Test
    void countsCopiesOfOneDayUnderOneIdentifier() throws Exception {
        String pass = terminal.pass().pass();

        IssuedCopy first = terminal.copy(pass, UUID.randomUUID(), RARE);
        IssuedCopy second = terminal.copy(pass, UUID.randomUUID(), RARE);

        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(second.copyNumber()).isEqualTo(first.copyNumber() + 1);
        assertThat(second.copyId()).isNotEqualTo(first.copyId());
    }

    @Test
    void answersARepeatWithTheSameCopyAndRefusesTheKeyForAnybodyElse() throws Exception {
        String pass = terminal.pass().pass();
        UUID key = UUID.randomUUID();

        IssuedCopy first = terminal.copy(pass, key, INSURED);
        IssuedCopy again = terminal.copy(pass, key, INSURED);

        assertThat(again.copyId()).isEqualTo(first.copyId());
        assertThat(again.copyNumber()).isEqualTo(first.copyNumber());
        assertThat(Arrays.equals(again.document(), first.document())).isTrue();
        HttpResponse<byte[]> other = terminal.askForCopy(pass, key, RARE, terminal.evidence());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(problem(other).code()).isEqualTo("KEY_REUSED");
    }

    @Test
    void keepsNothingPersonalOutsideThePlatformsOwnTables() throws Exception {
        terminal.copy(terminal.pass().pass(), UUID.randomUUID(), INSURED);

        List<Map<String, Object>> tables = service.rows("select tablename from pg_tables where schemaname = 'public'");

        assertThat(tables).hasSizeGreaterThan(8);
        for (Map<String, Object> table : tables) {
            String rows = service.sql()
                    .sql("select coalesce(string_agg(t::text, '\n'), '') from " + table.get("tablename") + " t")
                    .query(String.class)
                    .single();
            assertThat(rows)
                    .as("table %s", table.get("tablename"))
                    .doesNotContain(INSURED.name())
                    .doesNotContain(INSURED.number())
                    .doesNotContain(HexFormat.of().formatHex(INSURED.number().getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(service.rows("select 1 from reference.certificate where holder_number = ?", INSURED.number()))
                .isNotEmpty();
    }

    @Test
    void tellsWhoHasNoRecordWhatToDo() throws Exception {
        String pass = terminal.pass().pass();

        Offers.Offer offer = answer(terminal.askForOffers(pass, UNINSURED, terminal.evidence()), Offers.class)
                .offers()
                .get(0);

        assertThat(offer.available()).isFalse();
        assertThat(offer.sentence()).contains("没有查到您的参保记录").contains("窗口");
        Offers.Wording english = Objects.requireNonNull(offer.translations().get("en"));
        assertThat(english.title()).isEqualTo("Personal Social Insurance Record");
        assertThat(english.sentence()).contains("No insurance record was found");
        HttpResponse<byte[]> copy = terminal.askForCopy(pass, UUID.randomUUID(), UNINSURED, terminal.evidence());
        assertThat(problem(copy).code()).isEqualTo("NOT_AVAILABLE");
        assertThat(copy.statusCode()).isEqualTo(422);
    }

    @Test
    void offersNothingToWhomThePlatformDoesNotKnow() throws Exception {
        String pass = terminal.pass().pass();
        Citizen wrongName = new Citizen("林知秋", INSURED.number());

        for (Citizen citizen : List.of(UNKNOWN, wrongName)) {
            assertThat(answer(terminal.askForOffers(pass, citizen, terminal.evidence()), Offers.class)
                            .offers())
                    .singleElement()
                    .satisfies(offer -> assertThat(offer.available()).isFalse());
        }
    }

    @Test
    void refusesAReaderThatIsNotTheTerminalsAndALevelThatIsTooLow() throws Exception {
        String pass = terminal.pass().pass();
        IdentityEvidence good = terminal.evidence();
        IdentityEvidence otherReader =
                new IdentityEvidence(good.method(), "05.03-20260101-000000009-000000009", good.level(), Instant.now());
        IdentityEvidence nobody =
                new IdentityEvidence(good.method(), good.safeModule(), AssuranceLevel.ANYONE, Instant.now());

        assertThat(problem(terminal.askForOffers(pass, INSURED, otherReader)).code())
                .isEqualTo("READER_UNKNOWN");
        assertThat(problem(terminal.askForOffers(pass, INSURED, nobody)).code()).isEqualTo("LEVEL_TOO_LOW");
    }

    @Test
    void holdsATerminalToItsNumberOfRequestsAndItsHours() throws Exception {
        TestTerminal limited = service.enrolled("shop-0002", "限量点");
        service.sql()
                .sql("update terminal set requests_per_hour = 2 where id = 'shop-0002'")
                .update();
        String pass = limited.pass().pass();
        UUID key = UUID.randomUUID();

        assertThat(limited.askForOffers(pass, INSURED, limited.evidence()).statusCode())
                .isEqualTo(200);
        limited.copy(pass, key, INSURED);
        HttpResponse<byte[]> third = limited.askForOffers(pass, INSURED, limited.evidence());

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(problem(third).code()).isEqualTo("OVER_QUOTA");
        assertThat(limited.askForCopy(pass, key, INSURED, limited.evidence()).statusCode())
                .as("a repeat is not counted")
                .isEqualTo(200);
        service.sql()
                .sql("update terminal set requests_per_hour = null, hours = ? where id = 'shop-0002'")
                .param(hoursThatAreOver())
                .update();
        assertThat(problem(limited.askForOffers(pass, INSURED, limited.evidence()))
                        .code())
                .isEqualTo("OUTSIDE_HOURS");
    }

    /** Two hours of the day that lie ten hours from now, in China. */
    private static String hoursThatAreOver() {
        int hour = (Instant.now().atZone(ZoneId.of("Asia/Shanghai")).getHour() + 10) % 22;
        return "%02d:00-%02d:00".formatted(hour, hour + 1);
    }

    @Test
    void refusesBrokenRequestsInTheContractsForm() throws Exception {
        String pass = terminal.pass().pass();
        Map<String, String> bearer = TestTerminal.bearer(pass);
        byte[] noEvidence =
                "{\"citizen\":{\"name\":\"林知夏\",\"number\":\"000101198802290029\"}}".getBytes(StandardCharsets.UTF_8);

        for (byte[] body : List.of(new byte[0], "{".getBytes(StandardCharsets.UTF_8), noEvidence, new byte[70_000])) {
            HttpResponse<byte[]> refused = terminal.post(Resources.OFFERS, body, bearer, false);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(problem(refused).code()).isEqualTo("MALFORMED");
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).doesNotContain("林知夏");
        }
        HttpResponse<byte[]> noKey = terminal.post(Resources.COPIES, noEvidence, bearer, false);
        assertThat(problem(noKey).detail()).contains("Idempotency-Key");
    }

    @Test
    void believesNoPassButItsOwn() throws Exception {
        PassAnswer pass = terminal.pass();
        String[] parts = pass.pass().split("\\.");
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        String changed = parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 4) + "AAAA";

        assertThat(pass.expires())
                .isBetween(Instant.now().plusSeconds(14 * 60), Instant.now().plusSeconds(15 * 60));
        for (String forged : List.of(unsigned, changed, "x", "")) {
            HttpResponse<byte[]> refused = terminal.askForOffers(forged, INSURED, terminal.evidence());
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(problem(refused).code()).isEqualTo("PASS_REFUSED");
        }
    }

    @Test
    void givesAPassToTheCurrentCertificateOnly() throws Exception {
        TestTerminal machine = service.enrolled("shop-0003", "换机点");
        String pass = machine.pass().pass();
        TestTerminal replacement = service.enrolled("shop-0003", "换机点");

        assertThat(problem(machine.askForPass(false)).code()).isEqualTo("TERMINAL_REFUSED");
        assertThat(problem(machine.askForPass(true)).code()).isEqualTo("TERMINAL_REFUSED");
        assertThat(problem(machine.askForOffers(pass, INSURED, machine.evidence()))
                        .code())
                .as("a pass fetched with the former certificate")
                .isEqualTo("TERMINAL_REFUSED");
        assertThat(replacement.pass().pass()).isNotBlank();
    }

    @Test
    void enrolsOncePerCodeAndForItsTerminalAlone() throws Exception {
        String code = service.enrolmentCode("shop-0004", "一次点");
        TestTerminal machine = new TestTerminal("shop-0004", service.terminals(), TestService.SAFE_MODULE);
        TestTerminal other = new TestTerminal("shop-0005", service.terminals(), TestService.SAFE_MODULE);
        String request = machine.certificateRequest("shop-0004");

        assertThat(problem(other.askToEnrol(code, other.certificateRequest("shop-0005")))
                        .code())
                .isEqualTo("ENROLMENT_REFUSED");
        assertThat(problem(machine.askToEnrol(code, machine.certificateRequest("service")))
                        .code())
                .isEqualTo("MALFORMED");
        byte[] first =
                machine.askToEnrol(code.toLowerCase(Locale.ROOT), request).body();
        assertThat(machine.askToEnrol(code, request).body())
                .as("the same request again, its answer having been lost")
                .isEqualTo(first);
        assertThat(problem(machine.askToEnrol(code, machine.certificateRequest("shop-0004")))
                        .code())
                .as("another request with the same code")
                .isEqualTo("ENROLMENT_REFUSED");
        assertThat(service.rows("select code_sha256 from enrolment_code where terminal = 'shop-0004'"))
                .hasSize(1);
    }

    @Test
    void keepsTerminalsAndPagesOnTheirOwnPorts() throws Exception {
        assertThat(terminal.post("/login", new byte[0], Map.of(), false).statusCode())
                .isEqualTo(404);
        HttpResponse<String> onPages = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.pages().resolve(Resources.PASS))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(onPages.statusCode()).isEqualTo(404);
    }

    @Test
    void tellsAKeeperThatItIsReady() throws Exception {
        URI health = service.pages().resolve("/actuator/health/readiness");

        HttpResponse<String> ready = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
