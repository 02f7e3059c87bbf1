package org.yici.admin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestKeys;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.platform.CopyOrder;
import org.yici.admin.platform.Issue;
import org.yici.admin.platform.NumberedCopy;
import org.yici.admin.platform.Platform;
import org.yici.admin.platform.PlatformException;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers.Offer;
import org.yici.contract.https.ProblemCode;

/** The service ends between what the platform does and what the service notes; another one goes on with the same database. */
class CopyRecoveryTest {
    private static final Citizen CITIZEN = new Citizen("林知夏", "000101198802290029");
    private static final String TERMINAL = "crash-0001";

    @TempDir
    static Path data;

    private static TestService service;
    private static TestTerminal machine;

    private final UUID key = UUID.randomUUID();
    private Terminal terminal;

    /** When the service ends. */
    private enum End {
        BEFORE_ISSUE,
        AFTER_ISSUE
    }

    /** The real platform, in a service that ends without another word when it is asked to issue. */
    private record Ending(Platform platform, End end) implements Platform {
        @Override
        public List<Offer> offers(Citizen citizen) throws PlatformException {
            return platform.offers(citizen);
        }

        @Override
        public Issue issue(CopyOrder order) throws PlatformException {
            if (end == End.AFTER_ISSUE) {
                assertThat(platform.issue(order)).isInstanceOf(Issue.Issued.class);
            }
            throw new InternalError("the process ends here");
        }

        @Override
        public Optional<NumberedCopy> find(String copyId) throws PlatformException {
            return platform.find(copyId);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data, PrivatePostgres.freshDatabase(), Map.of());
        machine = service.enrolled(TERMINAL, "断电点");
    }

    /** Another process with the same database. */
    private static void startAnew() throws Exception {
        String database = service.database();
        service.close();
        service = TestService.start(data, database, Map.of());
        machine = service.enrolled(TERMINAL, "断电点");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void find() {
        terminal =
                service.part(TerminalStore.class).find(new TerminalId(TERMINAL)).orElseThrow();
    }

    private void askAServiceThatEnds(End end) throws Exception {
        CertificateDesk desk = new CertificateDesk(
                new Ending(service.part(Platform.class), end),
                new RequestRules(
                        (asking, perHour) -> true,
                        service.part(ServiceConfig.class).terminals(),
                        Time.system()),
                service.part(CertificateBulkhead.class),
                service.part(CopyStore.class),
                service.part(CopyRequestRepository.class),
                service.part(CopyRecorder.class),
                new Fingerprints(TestKeys.open().privateKey("pass-signing.key")),
                service.part(TransactionOperations.class),
                Time.system());
        CopyRequest request = new CopyRequest(CITIZEN, machine.evidence(), "social-insurance-record", "2026-11");
        assertThatThrownBy(() -> desk.copy(terminal, key, request))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ProblemCode.PLATFORM_FAILED));
    }

    /** A round of recovery, so long from now. */
    private void recover(Duration later) {
        try (CopyRecovery recovery = new CopyRecovery(
                service.part(Platform.class),
                service.part(CertificateBulkhead.class),
                service.part(CopyRequestRepository.class),
                service.part(CopyRecorder.class),
                new ManualTime(Instant.now().plus(later)))) {
            recovery.round();
        }
    }

    private int copiesOfThePlatform() {
        return service.rows("select 1 from reference.copy where copy_id = ?", copyId())
                .size();
    }

    private List<Map<String, Object>> noted() {
        return service.rows("select copy_number from certificate_copy where copy_id = ?", copyId());
    }

    private int open() {
        return service.rows("select 1 from copy_request where copy_id = ?", copyId())
                .size();
    }

    private String copyId() {
        return CopyIds.of(new TerminalId(TERMINAL), key);
    }

    @Test
    void givesTheSameCopyAgainAfterAnEndBetweenIssueAndNote() throws Exception {
        askAServiceThatEnds(End.AFTER_ISSUE);
        assertThat(copiesOfThePlatform()).isEqualTo(1);
        assertThat(noted()).isEmpty();
        startAnew();

        IssuedCopy copy = machine.copy(machine.pass().pass(), key, CITIZEN);

        assertThat(copy.copyId()).isEqualTo(copyId());
        assertThat(copiesOfThePlatform()).isEqualTo(1);
        assertThat(noted()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("copy_number", copy.copyNumber()));
        assertThat(open()).isZero();
    }

    @Test
    void notesACopyForWhichNobodyAsksAgain() throws Exception {
        askAServiceThatEnds(End.AFTER_ISSUE);
        startAnew();

        recover(CopyRecovery.SETTLED.plusSeconds(1));

        assertThat(service.rows(
                        """
                        select 1 from certificate_copy n join reference.copy c using (copy_id, copy_number)
                        where copy_id = ?
                        """,
                        copyId()))
                .hasSize(1);
        assertThat(open()).isZero();
    }

    @Test
    void closesARequestOfWhichNothingCame() throws Exception {
        askAServiceThatEnds(End.BEFORE_ISSUE);
        startAnew();

        recover(CopyRecovery.SETTLED.plusSeconds(1));
        assertThat(open()).as("open while the platform may still issue").isEqualTo(1);

        recover(CopyRecovery.GIVE_UP.plusMinutes(1));
        assertThat(open()).isZero();
        assertThat(noted()).isEmpty();
        assertThat(copiesOfThePlatform()).isZero();
    }

    @Test
    void issuesToARepeatOfARequestThatNeverReachedThePlatform() throws Exception {
        askAServiceThatEnds(End.BEFORE_ISSUE);

        assertThat(machine.copy(machine.pass().pass(), key, CITIZEN).copyId()).isEqualTo(copyId());

        assertThat(noted()).hasSize(1);
        assertThat(open()).isZero();
    }

    @Test
    void keepsNoRequestThatWasAnswered() throws Exception {
        Citizen uninsured = new Citizen("赵一鸣", "000101200106181195");
        machine.askForCopy(machine.pass().pass(), key, uninsured, machine.evidence());

        assertThat(open()).isZero();
    }
}
