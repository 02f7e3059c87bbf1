package org.yici.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yici.bench.ipp.TestDocuments;
import org.yici.bench.printer.Document;
import org.yici.bench.printer.DocumentFormat;
import org.yici.bench.printer.JobTicket;
import org.yici.bench.printer.Medium;
import org.yici.bench.printer.Sides;
import org.yici.bench.raster.TestRaster;
import org.yici.bench.scanner.ScannerProtocol;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class RunningBenchTest extends AtThePage {

    @Override
    BenchConfig wanted() throws IOException {
        BenchConfig quick = super.wanted();
        return new BenchConfig(
                data,
                0,
                0,
                Optional.empty(),
                List.of(ProxyLine.parse("broker=0:9"), ProxyLine.parse("service=0:9")),
                quick.deviceGroup(),
                quick.scanner(),
                quick.chipFolder(),
                quick.chipService(),
                quick.perPage(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:8480/")));
    }

    @Test
    void tellsItsState() throws Exception {
        JsonNode state = get("api/state");
        assertThat(state.at("/screen/available").booleanValue()).isFalse();
        assertThat(state.at("/card").isNull()).isTrue();
        assertThat(state.at("/reader/link").asString())
                .isEqualTo(config.readerLink().toString());
        assertThat(state.at("/reader/plugged").booleanValue()).isTrue();
        assertThat(state.at("/printer/state").asString()).isEqualTo("idle");
        assertThat(state.at("/printer/tlsUri").isNull()).isTrue();
        assertThat(state.at("/printer/tlsSha256").isNull()).isTrue();
        assertThat(state.at("/printer/life/sheets").asInt(-1)).isZero();
        assertThat(state.at("/adminUrl").asString()).isEqualTo("http://127.0.0.1:8480/");
        assertThat(state.at("/switches").propertyNames())
                .containsExactly(
                        "reader-unplugged",
                        "reader-sam-failed",
                        "reader-sam-not-authorised",
                        "reader-two-cards",
                        "reader-card-pulled",
                        "reader-card-not-genuine",
                        "reader-read-fails",
                        "reader-mute",
                        "reader-late-answer",
                        "reader-doubled-preamble",
                        "reader-garbage-before",
                        "reader-bad-xor",
                        "reader-half-frame",
                        "reader-slow",
                        "reader-other-baud",
                        "scanner-unplugged",
                        "scanner-suffix-lf",
                        "scanner-suffix-crlf",
                        "scanner-suffix-none",
                        "scanner-mute",
                        "scanner-refuses",
                        "scanner-damages-packets",
                        "scanner-slow",
                        "scanner-repeats",
                        "scanner-loses-acks",
                        "scanner-dead-trigger",
                        "chip-unplugged",
                        "chip-service-gone",
                        "chip-card-mute",
                        "chip-empty-success",
                        "chip-yanked",
                        "chip-wrong-status",
                        "chip-slow",
                        "chip-file-too-long",
                        "chip-guards-holder",
                        "chip-numbers-by-tag",
                        "chip-expired",
                        "chip-not-yet-valid",
                        "chip-selects-anything",
                        "chip-short-reads",
                        "chip-odd-details",
                        "paper-out",
                        "paper-out-after-one-sheet",
                        "printer-paper-low",
                        "printer-jam",
                        "printer-cover-open",
                        "printer-toner-out",
                        "printer-toner-low",
                        "printer-second-tray-empty",
                        "printer-one-colour-empty",
                        "printer-cover-reported",
                        "printer-output-full",
                        "printer-fuser",
                        "printer-paused",
                        "printer-not-accepting",
                        "printer-busy",
                        "printer-gone",
                        "broker-gone",
                        "broker-stalled",
                        "service-gone",
                        "service-stalled",
                        "printer-prints-nothing",
                        "printer-prints-one-sheet",
                        "printer-count-absent",
                        "printer-counts-rendered",
                        "printer-counts-falsely",
                        "printer-forgets-jobs",
                        "printer-never-ends",
                        "printer-ignores-cancel",
                        "printer-no-pdf",
                        "printer-no-counter");
        assertThat(get("api/people")).hasSizeGreaterThan(13);
    }

    @Test
    void tellsWhatTheSessionInFrontShows() throws Exception {
        UnixDomainSocketAddress socket = UnixDomainSocketAddress.of(config.onlookerSocket());
        try (SocketChannel standsBy = SocketChannel.open(socket)) {
            tell(standsBy, "{\"user\":\"two\",\"front\":false,\"nodes\":[]}");
            try (SocketChannel inFront = SocketChannel.open(socket)) {
                tell(inFront, "{\"user\":\"one\",\"front\":true,\"nodes\":[{\"name\":\"您好\"}]}");
                assertThat(get("api/onlooker?after=0&wait=20000")
                                .at("/seen/nodes/0/name")
                                .asString())
                        .isEqualTo("您好");
            }
            long gone = get("api/onlooker?after=1&wait=20000").path("seq").asLong();
            assertThat(get("api/onlooker").path("seen").isNull()).isTrue();
            tell(standsBy, "{\"user\":\"two\",\"front\":true,\"nodes\":[]}");
            assertThat(get("api/onlooker?after=" + gone + "&wait=20000")
                            .at("/seen/user")
                            .asString())
                    .isEqualTo("two");
        }
    }

    private static void tell(SocketChannel session, String line) throws IOException {
        session.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void laysOneCardAtATimeAndTakesIt() throws Exception {
        assertThat(post("api/card/lay", "{\"person\":\"chen-he\"}")).isEqualTo(200);
        assertThat(get("api/state").at("/card/person").asString()).isEqualTo("chen-he");
        assertThat(post("api/card/lay", "{\"person\":\"ji-da\"}")).isEqualTo(409);
        assertThat(post("api/card/lay", "{\"person\":\"nobody\"}")).isEqualTo(404);
        assertThat(post("api/card/take", "{}")).isEqualTo(200);
        assertThat(post("api/card/take", "{}")).isEqualTo(409);
    }

    @Test
    void movesEverySwitchForthAndBack() throws Exception {
        for (String name : get("api/state").at("/switches").propertyNames()) {
            flip(name, true);
            assertThat(get("api/state").at("/switches/" + name).booleanValue()).isTrue();
            flip(name, true);
            flip(name, false);
            assertThat(get("api/state").at("/switches/" + name).booleanValue()).isFalse();
        }
        assertThat(post("api/switch", "{\"name\":\"gravity\",\"on\":true}")).isEqualTo(404);
        assertThat(post("api/switch", "{\"name\":\"paper-out\"}")).isEqualTo(400);
    }

    @Test
    void unpluggingTheReaderTakesItsLinkAway() throws Exception {
        flip("reader-unplugged", true);
        assertThat(Files.exists(config.readerLink(), LinkOption.NOFOLLOW_LINKS)).isFalse();
        flip("reader-unplugged", false);
        assertThat(Files.isSymbolicLink(config.readerLink())).isTrue();
    }

    @Test
    void showsWhatWasPrintedUntilItIsTaken() throws Exception {
        var printer = bench.hardware().printer();
        int job = printer.create("copy-42", "yici").orElseThrow().id();
        byte[] pdf = TestDocuments.pdf(2);
        printer.send(job, pdf);
        await().until(() -> get("api/paper").at("/0/sheets").size() == 2);
        JsonNode paper = get("api/paper").get(0);
        assertThat(paper.at("/job/name").asString()).isEqualTo("copy-42");
        assertThat(paper.at("/job/user").asString()).isEqualTo("yici");
        assertThat(paper.at("/job/pages").asInt()).isEqualTo(2);
        assertThat(bytes("api/paper/" + job + "/2.png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(bytes("api/paper/" + job + ".pdf")).isEqualTo(pdf);
        assertThat(page.post("api/paper/take", "{}").body()).isEqualTo("{\"sheets\":2}");
        assertThat(get("api/paper")).isEmpty();
        await().until(() -> get("api/jobs").at("/0/state").asString().equals("completed"));
        assertThat(fetch("api/paper/" + job + "/2.png").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhichPagesAreOnASheet() throws Exception {
        var printer = bench.hardware().printer();
        int job = printer.create("copy-43", "yici", new JobTicket(Sides.LONG_EDGE, Medium.A5))
                .orElseThrow()
                .id();
        printer.send(job, TestDocuments.pdf(3));
        await().until(() -> get("api/paper").at("/0/stack").size() == 2);
        JsonNode paper = get("api/paper").get(0);
        assertThat(paper.at("/sheets").toString()).isEqualTo("[1,2,3]");
        assertThat(paper.at("/stack").toString()).isEqualTo("[[1,2],[3]]");
        assertThat(paper.at("/job/sides").asString()).isEqualTo("two-sided-long-edge");
        assertThat(paper.at("/job/media").asString()).isEqualTo("iso_a5_148x210mm");
        assertThat(paper.at("/job/format").asString()).isEqualTo("application/pdf");
        assertThat(bytes("api/paper/" + job + "/2.png")).startsWith(0x89, 'P', 'N', 'G');
        await().until(() -> get("api/state").at("/printer/life/sheets").asInt() == 2);
        assertThat(get("api/state").at("/printer/life/impressions").asInt()).isEqualTo(3);
        assertThat(page.post("api/paper/take", "{}").body()).isEqualTo("{\"sheets\":2}");
    }

    @Test
    void servesARasterDocumentAsItWasReceived() throws Exception {
        var printer = bench.hardware().printer();
        int job = printer.create("copy-44", "yici").orElseThrow().id();
        byte[] raster = new TestRaster().page(2480, 3508, 300, 300).bytes();
        printer.send(job, new Document(DocumentFormat.PWG_RASTER, raster));
        await().until(() -> get("api/paper").at("/0/sheets").size() == 1);
        assertThat(bytes("api/paper/" + job + ".pwg")).isEqualTo(raster);
        assertThat(fetch("api/paper/" + job + ".pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void labelsEverySwitchOnThePage() throws Exception {
        String script = fetch("bench.js").body();
        for (String name : get("api/state").at("/switches").propertyNames()) {
            assertThat(script).contains("\"" + name + "\": [");
        }
    }

    @Test
    void saysThatThereIsNoScreen() throws Exception {
        assertThat(fetch("api/screen.png").statusCode()).isEqualTo(404);
        assertThat(post("api/touch", "{\"x\":1,\"y\":1}")).isEqualTo(409);
        assertThat(post("api/touch", "{\"x\":1}")).isEqualTo(400);
        assertThat(post("api/key", "{\"key\":\"a\"}")).isEqualTo(409);
    }

    @Test
    void sendsEveryChangeToOpenPages() throws Exception {
        HttpResponse<InputStream> events = page.get("api/events", HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertThat(nextState(lines).at("/card").isNull()).isTrue();
            post("api/card/lay", "{\"person\":\"lin-zhixia\"}");
            assertThat(nextState(lines).at("/card/person").asString()).isEqualTo("lin-zhixia");
            flip("paper-out", true);
            assertThat(nextState(lines).at("/printer/reasons/0").asString()).isEqualTo("media-empty-error");
        }
    }

    @Test
    void refusesOtherPagesAndOtherNames() throws Exception {
        assertThat(raw("POST /api/card/take", "Host: 127.0.0.1", "Origin: http://evil.example"))
                .contains("403");
        assertThat(raw("POST /api/card/take", "Host: 127.0.0.1", "Sec-Fetch-Site: cross-site"))
                .contains("403");
        assertThat(raw("GET /api/state", "Host: bench.evil.example")).contains("403");
        assertThat(raw("POST /api/card/lay", "Host: localhost", "Content-Type: text/plain"))
                .contains("400");
        assertThat(raw("POST /api/card/take", "Host: localhost:1", "Origin: http://localhost:1"))
                .contains("409");
    }

    @Test
    void servesThePageWithEverythingItNeeds() throws Exception {
        String page = fetch("").body();
        assertThat(page).contains("一次", "屏幕未启动");
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
        assertThat(fetch("bench.css").statusCode()).isEqualTo(200);
        assertThat(fetch("bench.js").statusCode()).isEqualTo(200);
        assertThat(fetch("../pom.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void leavesNoLinkAndNoListenerBehind() {
        URI page = bench.page();
        bench.close();
        assertThat(Files.exists(config.readerLink(), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThatThrownBy(() -> new Socket("127.0.0.1", page.getPort()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void closesWhatItOpenedWhenAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path other = data.resolve("other");
            BenchConfig blocked = new BenchConfig(
                    other,
                    taken.getLocalPort(),
                    0,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    ScannerProtocol.NEWLAND,
                    BenchConfig.chipFolder(other),
                    true,
                    Duration.ofMillis(1),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            assertThatThrownBy(() -> RunningBench.start(blocked)).isInstanceOf(BindException.class);
            assertThat(Files.exists(blocked.readerLink(), LinkOption.NOFOLLOW_LINKS))
                    .isFalse();
        }
    }

    @Test
    void carriesTheMarkOfATestTool() {
        assertThat(Bench.class.getResource("/META-INF/yici-bench")).isNotNull();
    }

    private void flip(String name, boolean on) throws Exception {
        HttpResponse<String> answer = page.post("api/switch", "{\"name\":\"" + name + "\",\"on\":" + on + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> fetch(String path) throws Exception {
        return page.get(path, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        return page.json(path);
    }

    private byte[] bytes(String path) throws Exception {
        return page.get(path, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static JsonNode nextState(BufferedReader lines) throws IOException {
        String event = "";
        while (true) {
            String line = lines.readLine();
            if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ") && event.equals("state")) {
                return JsonMapper.shared().readTree(line.substring(6));
            }
        }
    }

    /** A request with headers that Java's client keeps for itself. Returns the status line. */
    private String raw(String request, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", bench.page().getPort())) {
            String text = request + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
