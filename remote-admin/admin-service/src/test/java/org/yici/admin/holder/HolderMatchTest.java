package org.yici.admin.holder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestKeys;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.platform.reference.TestPeople;
import org.yici.base.CitizenNumber;
import org.yici.base.TerminalId;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.IssuedCopy;
import org.yici.kiosk.visit.CardHolder;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.font.PaperFonts;
import org.yici.paper.seal.SealCheck;
import org.yici.service.certificate.Documents.Checked;
import org.yici.session.paper.PdfDocuments;

/**
 * Visits at terminals of two instances on one database, many at once, each with a person of their own: what the session's own check says of the
 * document, and whose name and number poppler reads from its page. {@code yici.holders}: how many visits (24); {@code deploy/holders} makes a thousand.
 */
class HolderMatchTest {
    private static final int VISITS = Integer.getInteger("yici.holders", 24);
    /** As many as the service works on at once. */
    private static final int AT_ONCE = 4;

    private static final int TERMINALS = 6;
    private static final Pattern NUMBER = Pattern.compile("000101\\d{11}[\\dX]");
    private static final int TRIES = 20;
    private static final int UNAVAILABLE = 503;
    private static final long MINUTES = 18;

    @TempDir
    private Path folder;

    private final ExecutorService citizens = Executors.newFixedThreadPool(AT_ONCE);
    private final List<TestService> instances = new ArrayList<>();

    /**
     * One visit.
     *
     * @param copy the name of the copy that came
     * @param checked what the session's check says
     * @param printedName whether the page bears the visitor's name
     * @param printedNumber the number on the page
     */
    private record Visit(Citizen citizen, String copy, Checked checked, boolean printedName, String printedNumber) {
        boolean pageIsTheirs() {
            return printedName && printedNumber.equals(citizen.number());
        }
    }

    @AfterEach
    void stop() {
        citizens.shutdownNow();
        instances.forEach(TestService::close);
    }

    @Test
    void everybodyGetsTheirOwnCertificate() throws Exception {
        List<Visit> visits = visits(start(List.of()));
        assertThat(visits).hasSize(VISITS).allMatch(Visit::pageIsTheirs);
        assertThat(visits).allMatch(visit -> visit.checked() instanceof Checked.Good);
        System.out.println(visits.size() + " certificates, each of the one who asked");
    }

    /** Each document is sealed, whole and in itself in order, and is somebody else's. */
    @Test
    void everybodyWhomThePlatformMixesUpIsNoticed() throws Exception {
        MixingPlatform.Mix mix = new MixingPlatform.Mix();
        List<Visit> visits = visits(start(List.of(mix.inThePlaceOfThePlatform())));
        Set<String> mixed = mix.copies();
        assertThat(mixed).as("copies that were mixed up").hasSizeGreaterThanOrEqualTo(Math.max(2, VISITS / 8));
        for (Visit visit : visits) {
            boolean wrong = mixed.contains(visit.copy());
            assertThat(visit.pageIsTheirs()).as("the page of %s", visit.copy()).isEqualTo(!wrong);
            assertThat(visit.checked() instanceof Checked.OtherHolder)
                    .as("the check of %s", visit.copy())
                    .isEqualTo(wrong);
            assertThat(visit.checked() instanceof Checked.Good).isEqualTo(!wrong);
        }
        System.out.println(mixed.size() + " of " + visits.size() + " certificates mixed up, all noticed");
    }

    private PdfDocuments start(List<BeanPostProcessor> parts) throws Exception {
        ApplicationContextInitializer<GenericApplicationContext> all = context -> {
            context.getBeanFactory().addBeanPostProcessor(TestPeople.inThePlaceOfTheRegister(VISITS + 1));
            parts.forEach(context.getBeanFactory()::addBeanPostProcessor);
        };
        String database = PrivatePostgres.freshDatabase();
        for (int instance = 0; instance < 2; instance++) {
            instances.add(TestService.start(folder.resolve("instance-" + instance), database, Map.of(), all));
        }
        PaperFonts fonts = PaperFonts.load();
        return new PdfDocuments(
                Runnable::run,
                SealCheck.withAnchors(TestKeys.trust().resolve("seal-ca.pem")),
                new Preview(fonts),
                new PrintCopy(fonts),
                new TerminalId("shop-0000"),
                "示范便民超市",
                540);
    }

    private List<Visit> visits(PdfDocuments documents) throws Exception {
        List<TestTerminal> terminals = new ArrayList<>();
        for (int terminal = 0; terminal < TERMINALS; terminal++) {
            TestService at = instances.get(terminal % instances.size());
            terminals.add(at.enrolled("shop-000" + terminal, "示范便民超市"));
        }
        instances
                .get(0)
                .sql()
                .sql("update terminal set requests_per_hour = 100000")
                .update();
        for (int terminal = 0; terminal < instances.size(); terminal++) {
            // The first certificate of a process takes seconds.
            order(terminals.get(terminal), TestPeople.citizen(VISITS));
        }
        List<Callable<Visit>> all = IntStream.range(0, VISITS)
                .<Callable<Visit>>mapToObj(visit -> () -> {
                    Citizen citizen = TestPeople.citizen(visit);
                    int at = visit % TERMINALS;
                    return look(documents, citizen, order(terminals.get(at), citizen));
                })
                .toList();
        List<Visit> seen = new ArrayList<>();
        for (Future<Visit> visit : citizens.invokeAll(all, MINUTES, TimeUnit.MINUTES)) {
            seen.add(visit.get());
        }
        return seen;
    }

    /** As a terminal asks: with a fresh pass, and again under the same key if no answer came in time, or 503, which a busy service may say. */
    private static IssuedCopy order(TestTerminal terminal, Citizen citizen) throws Exception {
        UUID key = UUID.randomUUID();
        String pass = terminal.pass().pass();
        for (int again = 0; again < TRIES; again++) {
            try {
                HttpResponse<byte[]> answer = terminal.askForCopy(pass, key, citizen, terminal.evidence());
                if (answer.statusCode() != UNAVAILABLE) {
                    return TestTerminal.answer(answer, IssuedCopy.class);
                }
            } catch (HttpTimeoutException e) {
                System.out.println("A busy machine: asking again for the same copy");
            }
        }
        return terminal.copy(pass, key, citizen);
    }

    private Visit look(PdfDocuments documents, Citizen citizen, IssuedCopy copy) throws Exception {
        CardHolder card = new CardHolder(citizen, new CitizenNumber(citizen.number()).birth());
        Checked checked = documents.check(copy, card).get(60, TimeUnit.SECONDS);
        String page = page(copy);
        List<String> numbers =
                NUMBER.matcher(page).results().map(MatchResult::group).toList();
        assertThat(numbers).as("numbers on the page of %s", copy.copyId()).hasSize(1);
        return new Visit(citizen, copy.copyId(), checked, page.contains(citizen.name()), numbers.get(0));
    }

    /** The page's text as poppler reads it, without any of our own code. */
    private String page(IssuedCopy copy) throws Exception {
        Path file = Files.write(folder.resolve(copy.copyId() + ".pdf"), copy.document());
        Process poppler = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(poppler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(poppler.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Files.delete(file);
        return text.replaceAll("\\s", "");
    }
}
