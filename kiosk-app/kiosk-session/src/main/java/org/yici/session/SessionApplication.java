package org.yici.session;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.yici.base.Build;
import org.yici.base.Folders;
import org.yici.base.TerminalTime;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DriverProvider;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;
import org.yici.ipc.systemd.SystemdNotifier;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.print.PrintReportFactory;
import org.yici.kiosk.print.PrintService;
import org.yici.kiosk.visit.VisitController;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.font.PaperFonts;
import org.yici.paper.seal.SealCheck;
import org.yici.session.agent.AgentTimeouts;
import org.yici.session.agent.SocketAgentClient;
import org.yici.session.paper.PdfDocuments;
import org.yici.session.server.AccessTokenHolder;
import org.yici.session.server.HttpServerApi;
import org.yici.session.server.ServiceTrust;
import org.yici.view.KioskWindow;

/** Builds the program in reading order and starts it in that order; it ends by a halt, which needs no order. */
final class SessionApplication {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(15);
    /** A pass that the agent does not have any more is worth something here only if it is not about to end. */
    private static final Duration PASS_LASTS = Duration.ofSeconds(30);

    private final SessionConfig config;
    private final TerminalTime time = new TerminalTime(Time.system());
    private final SwingUiExecutor executor = new SwingUiExecutor(time);
    private final UUID session = UUID.randomUUID();
    private final Uuid7 ids = new Uuid7(time, new SecureRandom());
    private final AccessTokenHolder passes = new AccessTokenHolder(time);
    private final PaperFonts fonts = PaperFonts.load();
    private final SystemdNotifier notifier = new SystemdNotifier(Duration.ZERO);
    private final SealCheck seals;
    private final Sealer sealer;
    private final SSLContext tls;
    private final SocketAgentClient agent;
    private @Nullable KioskWindow window;

    SessionApplication(Folders folders, SessionConfig config, int slot, String token) throws IOException {
        this.config = config;
        Path trust = folders.trust();
        this.seals = SealCheck.withAnchors(trust.resolve("seal-ca.pem"));
        this.sealer = new Sealer(CentreKey.read(trust.resolve("centre-sealing.pem")));
        this.tls = ServiceTrust.anchoredIn(trust.resolve("service-ca.pem"), time);
        SessionMessage.Hello hello =
                new SessionMessage.Hello(IpcMessage.PROTOCOL, slot, token, session, Build.version());
        this.agent = new SocketAgentClient(
                folders.agentSocket(),
                hello,
                AgentTimeouts.OF_THE_PRODUCT,
                executor,
                config.terminal(),
                sealer,
                this::onGrant,
                ProcessTerminator::now);
    }

    /** What of a grant is not the flows'; whether there is a pass to go on with. */
    private boolean onGrant(AgentMessage.DisplayGrant terms) {
        time.isAtLeast(terms.lastGoodTime());
        terms.centreTime().ifPresent(time::isNow);
        passes.hold(terms.pass());
        return terms.pass().isPresent() || passes.lasts(PASS_LASTS);
    }

    /** Makes the window beyond the edge of the screen, every screen painted once. On the event dispatch thread. */
    void openWindow() {
        Path folder = Path.of(System.getProperty(
                PaperFonts.FOLDER_PROPERTY, System.getProperty("user.home", "") + "/.cache/yici/fonts"));
        KioskWindow made =
                new KioskWindow(config.panel(), config.terminalName(), folder, InstalledServices.views(), time);
        made.warmUp();
        made.mapOffScreen();
        ProcessTerminator.prepare();
        window = made;
    }

    /** Everything from here on runs by itself. */
    void start() {
        KioskWindow flow = Objects.requireNonNull(window);
        VisitController citizen = citizen(flow);
        agent.listen(citizen);
        Thread.setDefaultUncaughtExceptionHandler(
                new UncaughtErrorHandler(executor, citizen::fault, ProcessTerminator::now));
        OutputSuppression.ofEverything();
        new Heartbeat(executor, this::beat).start();
        agent.connect();
        new WarmUp(fonts, flow.pageWidthPx(), sealer, config.terminal(), ids, tls)
                .start(() -> executor.execute(notifier::ready));
    }

    private void beat() {
        agent.heartbeat();
        notifier.alive();
    }

    private VisitController citizen(KioskWindow screen) {
        ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "worker");
            thread.setDaemon(true);
            return thread;
        });
        PdfDocuments documents = new PdfDocuments(
                worker,
                seals,
                new Preview(fonts),
                new PrintCopy(fonts),
                config.terminal(),
                config.terminalName(),
                screen.pageWidthPx());
        HttpServerApi server = new HttpServerApi(config.serviceUrl(), tls, passes, CONNECT, WHOLE_REQUEST);
        PrintReportFactory reports = new PrintReportFactory(time, session.toString());
        ScreenFlow flow = new ScreenFlow(executor, screen);
        ErrorPresenter errors = new ErrorPresenter(flow, agent);
        PrintService prints = new PrintService(executor, flow, agent, reports, errors, ids::next);
        InstalledServices.Parts parts =
                new InstalledServices.Parts(executor, flow, agent, prints, errors, ids::next, server, documents);
        return new VisitController(
                config.cards(),
                executor,
                flow,
                screen,
                agent,
                () -> CompletableFuture.supplyAsync(this::openDevices, worker),
                InstalledServices.services(parts),
                reports);
    }

    private Devices openDevices() {
        ServiceLoader<DriverProvider> drivers = ServiceLoader.load(DriverProvider.class);
        List<Device> open = new ArrayList<>();
        for (DeviceConfig device : config.devices()) {
            open.add(DriverProvider.start(drivers, device, time));
        }
        return new Devices(open);
    }
}
