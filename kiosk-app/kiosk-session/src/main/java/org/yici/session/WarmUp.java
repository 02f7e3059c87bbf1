package org.yici.session;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.sealing.Sealer;
import org.yici.device.DriverProvider;
import org.yici.paper.PaperWarmUp;
import org.yici.paper.font.PaperFonts;

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
        seal();
        greetInTls();
        ServiceLoader.load(DriverProvider.class).forEach(DriverProvider::name);
        letGo();
    }

    /** What only the warm-up needed goes back to the machine now, while nobody waits; a session that stands behind stands for minutes. */
    private static void letGo() {
        System.gc();
    }

    private void seal() {
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
        sealer.seal(new EntryHeader(terminal.value(), ids.next(), 1, EntryKinds.PRINT_OUTCOME, 1), sample);
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
