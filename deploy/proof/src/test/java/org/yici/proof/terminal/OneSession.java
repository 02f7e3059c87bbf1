package org.yici.proof.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.awaitility.core.ConditionFactory;
import org.yici.base.Uuid7;
import org.yici.contract.https.IssuedCopy;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.DriverProvider;
import org.yici.device.fake.FakeIdentityReader;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;
import org.yici.kiosk.fake.FakeWindowControl;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.fake.CertificateTerminal;
import org.yici.service.fake.FakeCertificateApi;
import org.yici.service.fake.FakeDocuments;
import org.yici.session.agent.AgentTimeouts;
import org.yici.session.agent.SocketAgentClient;
import org.yici.view.ScreenDriver;

/**
 * One session with its citizen: the real flow on the real views, the real IPP driver, the real link; only the card, the server and the
 * seal are fakes.
 */
public final class OneSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final AgentTimeouts LINK = new AgentTimeouts(LONG, LONG, LONG, Duration.ofMillis(20), LONG);
    private static final int DRIVER_FASTER = 20;
    private static final String TITLE = "社会保险个人参保证明";

    private final QuickLoop loop = new QuickLoop();
    private final ScreenDriver glass = loop.on(() -> new ScreenDriver(loop.time()));
    private final FakeCertificateApi server = new FakeCertificateApi();
    private final FakeIdentityReader reader = new FakeIdentityReader(loop);
    private final AtomicReference<Screen> screen =
            new AtomicReference<>(CommonScreen.Working.forCitizen(CommonScreen.Activity.WAITING, "visit.reconciling"));
    private final DocumentPrinter driver;
    private final SocketAgentClient agent;

    /**
     * Starts the session; it is granted the screen by the ledger's desk.
     *
     * @param printer the printer's address
     * @param evidence the printer's profile, as the driver's setting has it
     */
    public OneSession(Ledger ledger, URI printer, String evidence) throws IOException {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("document-printer"),
                DeviceKind.DOCUMENT_PRINTER,
                "ipp",
                Map.of(
                        "uri", printer.toString(),
                        "evidence", evidence,
                        "poll-ms", "50",
                        "status-ms", "100",
                        "waiting-limit-s", "20"));
        driver = (DocumentPrinter)
                DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, new QuickTime(DRIVER_FASTER));
        UUID id = UUID.randomUUID();
        agent = new SocketAgentClient(
                ledger.socket(),
                new SessionMessage.Hello(IpcMessage.PROTOCOL, 1, ledger.freshToken(), id, "test"),
                LINK,
                loop,
                Ledger.TERMINAL,
                ledger.sealer(),
                terms -> terms.pass().isPresent(),
                () -> {});
        Uuid7 keys = new Uuid7(loop.time(), new Random());
        new CertificateTerminal(
                        loop,
                        new Watched(),
                        new FakeWindowControl(),
                        agent,
                        server,
                        new FakeDocuments(),
                        id.toString(),
                        keys::next)
                .start(
                        Set.of(Card.IDENTITY_CARD),
                        () -> CompletableFuture.completedFuture(new Devices(List.of(reader, driver))));
        agent.connect();
    }

    private final class Watched implements ScreenPresenter {
        @Override
        public void show(Screen shown) {
            glass.show(shown);
            screen.set(shown);
        }

        @Override
        public void countdown(Countdown countdown) {
            glass.countdown(countdown);
        }

        @Override
        public void preferences(VisitPreferences preferences) {
            glass.preferences(preferences);
        }

        @Override
        public void onAction(ActionListener listener) {
            glass.onAction(listener);
        }
    }

    public static ConditionFactory soon(String what) {
        return await(what).atMost(PATIENCE).pollInterval(POLL);
    }

    // ---- what a citizen does

    /** Lays the card and goes as far as the preview of a copy; says its name. */
    public String toThePreview(int pages) {
        awaitScreen(VisitScreen.Idle.class);
        soon("a printer").until(() -> driver.status().state().usable());
        soon("a greeting").until(() -> {
            // Until somebody listens to the reader; a second card changes nothing.
            reader.tell(TestCard.laid());
            return screen.get() instanceof VisitScreen.Menu;
        });
        press("打证明");
        awaitScreen(CertificateScreen.Offers.class);
        return anotherCopy(pages, TITLE, "同意并继续");
    }

    /** The server's next copy, by these keys, up to its preview. */
    public String anotherCopy(int pages, String... keys) {
        String copyId = "yc-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        server.answerIssue(new ServerResult.Success<>(
                new IssuedCopy(copyId, "1.2.156.3005.2.TEST", TITLE, 1, pages, "0".repeat(64), pdf(pages))));
        for (String key : keys) {
            press(key);
        }
        awaitScreen(CertificateScreen.Preview.class);
        return copyId;
    }

    /** Touches the key until the screen is another: a touch that comes too early does not count. */
    public void press(String key) {
        Screen before = screen.get();
        soon("another screen after " + key).until(() -> {
            loop.on(() -> screen.get() == before && glass.touch(key));
            return screen.get() != before;
        });
    }

    private static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- what a citizen sees

    /** Waits for the end of what the machine does by itself, and says what is on the screen then. */
    public Screen afterPrinting() {
        soon("an end of the print")
                .until(() -> !(screen.get() instanceof CommonScreen.Working
                        || screen.get() instanceof PrintScreen.Printing));
        return Objects.requireNonNull(screen.get());
    }

    public boolean screenIs(Class<? extends Screen> kind) {
        return kind.isInstance(screen.get());
    }

    public void awaitScreen(Class<? extends Screen> kind) {
        soon(kind.getSimpleName()).untilAsserted(() -> {
            loop.assertSound();
            assertThat(screen.get()).isInstanceOf(kind);
        });
    }

    /** The title that is read, and the code if there is one. */
    public String sentence() {
        List<String> words = loop.on(glass::words);
        Optional<String> code = words.stream()
                .filter(text -> text.startsWith("代码 "))
                .map(text -> text.substring(3, 6))
                .findFirst();
        String title =
                screen.get() instanceof VisitScreen.OutOfService ? words.get(0) + "：" + words.get(1) : words.get(0);
        return title + code.map(c -> " (" + c + ")").orElse("");
    }

    public List<String> words() {
        return loop.on(glass::words);
    }

    public List<String> keys() {
        return loop.on(glass::keys);
    }

    /** The process is gone from one moment to the next: nothing more is said or asked. */
    @Override
    public void close() {
        loop.close();
        agent.close();
        driver.close();
    }
}
