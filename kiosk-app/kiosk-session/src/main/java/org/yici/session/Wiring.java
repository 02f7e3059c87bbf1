package org.yici.session;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
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
import org.yici.device.BarcodeReader;
import org.yici.device.ChipCardReader;
import org.yici.device.DocumentPrinter;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.journey.certificate.CertificateDesk;
import org.yici.journey.certificate.PrintReports;
import org.yici.journey.front.Front;
import org.yici.journey.port.Devices;
import org.yici.journey.session.CitizenSession;
import org.yici.link.FromAgent;
import org.yici.link.FromSession;
import org.yici.link.LinkMessage;
import org.yici.link.systemd.SystemdNotifier;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.font.PaperFonts;
import org.yici.paper.seal.SealCheck;
import org.yici.screen.KioskWindow;
import org.yici.session.centre.CentreOverHttps;
import org.yici.session.centre.PassHolder;
import org.yici.session.centre.ServiceTrust;
import org.yici.session.link.KeeperOverLink;
import org.yici.session.link.LinkPatience;
import org.yici.session.paper.DocumentsWithPdfBox;

/** Builds the program in reading order and starts it in that order; it ends by a halt, which needs no order. */
final class Wiring {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(15);
    /** A pass that the agent does not have any more is worth something here only if it is not about to end. */
    private static final Duration PASS_LASTS = Duration.ofSeconds(30);

    private final SessionConfig config;
    private final TerminalTime time = new TerminalTime(Time.system());
    private final EdtLoop loop = new EdtLoop(time);
    private final UUID session = UUID.randomUUID();
    private final Uuid7 ids = new Uuid7(time, new SecureRandom());
    private final PassHolder passes = new PassHolder(time);
    private final PaperFonts fonts = PaperFonts.load();
    private final SystemdNotifier notifier = new SystemdNotifier(Duration.ZERO);
    private final SealCheck seals;
    private final Sealer sealer;
    private final SSLContext tls;
    private final KeeperOverLink keeper;
    private @Nullable KioskWindow window;

    Wiring(Folders folders, SessionConfig config, int slot, String token) throws IOException {
        this.config = config;
        Path trust = folders.trust();
        this.seals = SealCheck.withAnchors(trust.resolve("seal-ca.pem"));
        this.sealer = new Sealer(CentreKey.read(trust.resolve("centre-sealing.pem")));
        this.tls = ServiceTrust.anchoredIn(trust.resolve("service-ca.pem"), time);
        FromSession.Hello hello = new FromSession.Hello(LinkMessage.PROTOCOL, slot, token, session, Build.version());
        this.keeper = new KeeperOverLink(
                folders.agentSocket(),
                hello,
                LinkPatience.OF_THE_PRODUCT,
                loop,
                config.terminal(),
                sealer,
                this::hearTerms,
                ProcessEnd::now);
    }

    /** What of a grant is not the journeys'; whether there is a pass to go on with. */
    private boolean hearTerms(FromAgent.Foreground terms) {
        time.isAtLeast(terms.lastGoodTime());
        terms.centreTime().ifPresent(time::isNow);
        passes.hold(terms.pass());
        return terms.pass().isPresent() || passes.lasts(PASS_LASTS);
    }

    /** Makes the window beyond the edge of the screen, every screen painted once. On the event dispatch thread. */
    void openWindow() {
        Path folder = Path.of(System.getProperty(
                PaperFonts.FOLDER_PROPERTY, System.getProperty("user.home", "") + "/.cache/yici/fonts"));
        KioskWindow made = new KioskWindow(config.panel(), config.terminalName(), folder, time);
        made.warmUp();
        made.mapOffScreen();
        ProcessEnd.prepare();
        window = made;
    }

    /** Everything from here on runs by itself. */
    void start() {
        KioskWindow front = Objects.requireNonNull(window);
        CitizenSession citizen = citizen(front);
        keeper.listen(citizen);
        Thread.setDefaultUncaughtExceptionHandler(new FaultGuard(loop, citizen::fault, ProcessEnd::now));
        Silence.ofEverything();
        new Heartbeat(loop, this::beat).start();
        keeper.connect();
        new WarmUp(fonts, front.pageWidthPx(), sealer, config.terminal(), ids, tls)
                .start(() -> loop.execute(notifier::ready));
    }

    private void beat() {
        keeper.heartbeat();
        notifier.alive();
    }

    private CitizenSession citizen(KioskWindow screen) {
        ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "worker");
            thread.setDaemon(true);
            return thread;
        });
        DocumentsWithPdfBox documents = new DocumentsWithPdfBox(
                worker,
                seals,
                new Preview(fonts),
                new PrintCopy(fonts),
                config.terminal(),
                config.terminalName(),
                screen.pageWidthPx());
        CentreOverHttps centre = new CentreOverHttps(config.serviceUrl(), tls, passes, CONNECT, WHOLE_REQUEST);
        PrintReports reports = new PrintReports(time, session.toString());
        Front front = new Front(loop, screen);
        CertificateDesk desk = new CertificateDesk(loop, front, centre, documents, keeper, reports, ids::next);
        return new CitizenSession(
                config.cards(),
                loop,
                front,
                screen,
                keeper,
                () -> CompletableFuture.supplyAsync(this::openDevices, worker),
                desk,
                reports);
    }

    private Devices openDevices() {
        ServiceLoader<DriverProvider> drivers = ServiceLoader.load(DriverProvider.class);
        return new Devices(
                (IdentityReader) DriverProvider.start(drivers, config.reader(), time),
                (DocumentPrinter) DriverProvider.start(drivers, config.printer(), time),
                config.chipReader().map(chip -> (ChipCardReader) DriverProvider.start(drivers, chip, time)),
                config.scanner().map(scanner -> (BarcodeReader) DriverProvider.start(drivers, scanner, time)));
    }
}
