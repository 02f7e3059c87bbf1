package org.yici.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;
import org.yici.contract.https.IssuedCopy;
import org.yici.device.fake.FakeDocumentPrinter;
import org.yici.device.fake.FakeIdentityReader;
import org.yici.kiosk.fake.FakeAgentClient;
import org.yici.kiosk.fake.FakeWindowControl;
import org.yici.kiosk.fake.VirtualUiExecutor;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.visit.Card;
import org.yici.paper.Samples;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.seal.SealCheck;
import org.yici.proof.terminal.TestCard;
import org.yici.service.fake.CertificateTerminal;
import org.yici.service.fake.FakeCertificateApi;
import org.yici.session.paper.PdfDocuments;
import org.yici.view.ScreenDriver;

/** A terminal, in virtual time, whose server hands out one document: the real journey, check and views. */
final class Counter {
    private static final String TITLE = "社会保险个人参保证明";

    private final VirtualUiExecutor executor = new VirtualUiExecutor(Samples.SEALED_AT);
    private final ScreenDriver screen = new ScreenDriver(executor.time());
    private final FakeCertificateApi server = new FakeCertificateApi();
    private final FakeAgentClient agent = new FakeAgentClient();
    private final FakeIdentityReader reader = new FakeIdentityReader(executor);
    private final FakeDocumentPrinter printer = new FakeDocumentPrinter(executor);

    Counter(X509Certificate anchor) {
        PdfDocuments documents = new PdfDocuments(
                Runnable::run,
                new SealCheck(List.of(anchor)),
                new Preview(Samples.FONTS),
                new PrintCopy(Samples.FONTS),
                new TerminalId("demo-0001"),
                "示范便民超市",
                540);
        Uuid7 keys = new Uuid7(executor.time(), new Random(1));
        new CertificateTerminal(
                        executor, screen, new FakeWindowControl(), agent, server, documents, "session-1", keys::next)
                .start(
                        Set.of(Card.IDENTITY_CARD),
                        () -> CompletableFuture.completedFuture(new Devices(List.of(reader, printer))));
    }

    /** What the citizen reads who asks for this document. */
    String says(byte[] document) throws GeneralSecurityException {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        server.answerIssue(new ServerResult.Success<>(
                new IssuedCopy("copy-1", Samples.identifier().toString(), TITLE, 1, 1, hash, document)));
        agent.grant(new DisplayGrant(true, List.of()));
        executor.run();
        reader.tell(TestCard.laid());
        executor.run();
        touch("打证明");
        touch(TITLE);
        touch("同意并继续");
        List<String> words = screen.words();
        if (screen.touch("打印")) {
            return "shown: "
                    + words.stream()
                            .filter(text -> text.contains("电子印章"))
                            .findFirst()
                            .orElseThrow();
        }
        assertThat(printer.orders()).isEmpty();
        assertThat(agent.intents()).isEmpty();
        assertThat(screen.keys()).as("no other try").doesNotContain("再试一次");
        String code = words.stream()
                .filter(text -> text.startsWith("代码 "))
                .findFirst()
                .orElseThrow();
        return words.get(0) + " (" + code.substring(3, 6) + ")";
    }

    private void touch(String key) {
        executor.advance(Duration.ofMillis(301));
        assertThat(screen.touch(key)).as(key).isTrue();
        executor.run();
    }
}
