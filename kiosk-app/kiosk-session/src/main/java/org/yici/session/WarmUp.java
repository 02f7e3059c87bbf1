package org.yici.session;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SealedBox;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.sealing.Sealer;
import org.yici.device.DriverProvider;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;
import org.yici.paper.PaperWarmUp;
import org.yici.paper.font.PaperFonts;
import org.yici.session.agent.SocketAgentClient;

/** Does once what the first citizen would otherwise wait for; at the lowest priority, behind whatever is in front. */
final class WarmUp {
    private final PaperFonts fonts;
    private final int pageWidthPx;
    private final Sealer sealer;
    private final TerminalId terminal;
    private final Uuid7 ids;
    private final SSLContext tls;

    WarmUp(PaperFonts fonts, int pageWidthPx, Sealer sealer, TerminalId terminal, Uuid7 ids, SSLContext tls) {
        this.fonts = fonts;
        this.pageWidthPx = pageWidthPx;
        this.sealer = sealer;
        this.terminal = terminal;
        this.ids = ids;
        this.tls = tls;
    }

    /** Returns at once; {@code done} runs on the warm-up's thread. Whatever cannot work here ends the process by an exception. */
    void start(Runnable done) {
        Thread thread = new Thread(
                () -> {
                    run();
                    done.run();
                },
                "warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void run() {
        PaperWarmUp.run(fonts, pageWidthPx);
        SealedBox box = seal();
        writeAndRead(box);
        greetInTls();
        ServiceLoader.load(DriverProvider.class).forEach(DriverProvider::rehearse);
        letGo();
    }

    /** What only the warm-up needed goes back to the machine now, while nobody waits; a session that stands behind stands for minutes. */
    private static void letGo() {
        System.gc();
    }

    private SealedBox seal() {
        PrintReport sample = new PrintReport(
                "sample",
                Optional.empty(),
                PrintReport.Outcome.UNCERTAIN,
                Optional.empty(),
                0,
                1,
                Optional.empty(),
                "sample",
                Instant.EPOCH);
        return sealer.seal(new EntryHeader(terminal.value(), ids.next(), 1, EntryKinds.PRINT_OUTCOME, 1), sample)
                .box()
                .orElseThrow();
    }

    /** One of each message that somebody waits for while it is written or read. */
    private void writeAndRead(SealedBox box) {
        UUID key = ids.next();
        PrintIntent intent = new PrintIntent(key, "sample", "sample", 1, box);
        AgentMessage.DisplayGrant foreground = new AgentMessage.DisplayGrant(
                Optional.of(new AgentMessage.Pass("sample", Instant.EPOCH)),
                Optional.empty(),
                true,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                List.of(intent),
                AgentMessage.PreviousEnd.ENDED,
                Optional.empty(),
                Map.of());
        SocketAgentClient.rehearse(foreground);
        try {
            for (IpcMessage message : List.of(
                    foreground,
                    new AgentMessage.Stored(key, 0),
                    new SessionMessage.KeepIntent(intent),
                    new SessionMessage.Event("sample", SessionEvent.Level.INFO, Map.of("sample", 1L)),
                    new SessionMessage.Ending(SessionMessage.Reason.FINISHED))) {
                Json.read(Json.write(message), IpcMessage.class);
            }
            Json.read(Json.write(new Offers(List.of(new Offers.Offer("", "", "", true, "")))), Offers.class);
            Json.read(Json.write(new IssuedCopy("", "", "", 1, 1, "", new byte[0])), IssuedCopy.class);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("a message of the program's own cannot be read", e);
        }
    }

    /** The first words of a handshake, to nobody. */
    private void greetInTls() {
        SSLEngine engine = tls.createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        try {
            engine.beginHandshake();
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            throw new IllegalStateException("TLS does not work here", e);
        }
    }
}
