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
import org.yici.kiosk.fake.FakeServerApi;
import org.yici.kiosk.fake.FakeWindowControl;
import org.yici.kiosk.fake.VirtualUiExecutor;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.print.PrintReportFactory;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.VisitController;
import org.yici.paper.Samples;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.seal.SealCheck;
import org.yici.proof.terminal.TestCard;
import org.yici.service.certificate.CertificateService;
import org.yici.session.paper.PdfDocuments;
import org.yici.view.ScreenDriver;

/** A terminal, in virtual time, whose centre hands out one document: the real journey, check and views. */
final class Counter {
    private static final String TITLE = "社会保险个人参保证明";

    private final VirtualUiExecutor loop = new VirtualUiExecutor(Samples.SEALED_AT);
    private final ScreenDriver glass = new ScreenDriver(loop.time());
    private final FakeServerApi centre = new FakeServerApi();
    private final FakeAgentClient keeper = new FakeAgentClient();
    private final FakeIdentityReader reader = new FakeIdentityReader(loop);
    private final FakeDocumentPrinter printer = new FakeDocumentPrinter(loop);

    Counter(X509Certificate anchor) {
        PdfDocuments documents = new PdfDocuments(
                Runnable::run,
                new SealCheck(List.of(anchor)),
                new Preview(Samples.FONTS),
                new PrintCopy(Samples.FONTS),
                new TerminalId("demo-0001"),
                "示范便民超市",
                540);
        ScreenFlow front = new ScreenFlow(loop, glass);
        PrintReportFactory reports = new PrintReportFactory(loop.time(), "session-1");
        Uuid7 keys = new Uuid7(loop.time(), new Random(1));
        CertificateService desk = new CertificateService(loop, front, centre, documents, keeper, reports, keys::next);
        keeper.listen(new VisitController(
                Set.of(Screen.Card.IDENTITY_CARD),
                loop,
                front,
                new FakeWindowControl(),
                keeper,
                () -> CompletableFuture.completedFuture(new Devices(reader, printer)),
                desk,
                reports));
    }

    /** What the citizen reads who asks for this document. */
    String says(byte[] document) throws GeneralSecurityException {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        centre.answerIssue(new ServerResult.Success<>(
                new IssuedCopy("copy-1", Samples.identifier().toString(), TITLE, 1, 1, hash, document)));
        keeper.grant(new DisplayGrant(true, List.of()));
        loop.run();
        reader.tell(TestCard.laid());
        loop.run();
        touch("打证明");
        touch(TITLE);
        touch("同意并继续");
        List<String> words = glass.words();
        if (glass.touch("打印")) {
            return "shown: "
                    + words.stream()
                            .filter(text -> text.contains("电子印章"))
                            .findFirst()
                            .orElseThrow();
        }
        assertThat(printer.orders()).isEmpty();
        assertThat(keeper.intents()).isEmpty();
        assertThat(glass.keys()).as("no other try").doesNotContain("再试一次");
        String code = words.stream()
                .filter(text -> text.startsWith("代码 "))
                .findFirst()
                .orElseThrow();
        return words.get(0) + " (" + code.substring(3, 6) + ")";
    }

    private void touch(String key) {
        loop.advance(Duration.ofMillis(301));
        assertThat(glass.touch(key)).as(key).isTrue();
        loop.run();
    }
}
