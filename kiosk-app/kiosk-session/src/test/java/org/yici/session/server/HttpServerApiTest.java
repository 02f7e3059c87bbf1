package org.yici.session.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.base.ManualTime;
import org.yici.base.TerminalTime;
import org.yici.base.Time;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.Json;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.contract.https.Problem;
import org.yici.contract.https.ProblemCode;
import org.yici.contract.https.Resources;
import org.yici.ipc.AgentMessage;
import org.yici.kiosk.port.ServerResult;

class HttpServerApiTest {
    private static final Citizen CITIZEN = new Citizen("林知夏", "000101198802290029");
    private static final IdentityEvidence EVIDENCE = new IdentityEvidence(
            IdentityEvidence.Method.RESIDENT_ID_CARD,
            "05.03",
            AssuranceLevel.CARD,
            Instant.parse("2026-11-01T00:00:00Z"));
    private static final OffersRequest OFFERS = new OffersRequest(CITIZEN, EVIDENCE);
    private static final CopyRequest COPY = new CopyRequest(CITIZEN, EVIDENCE, "social-insurance-record", "1");
    private static final IssuedCopy ISSUED =
            new IssuedCopy("copy-1", "1.2.156", "证明", 1, 1, "0".repeat(64), new byte[70_000]);

    @TempDir
    static Path ca;

    private AccessTokenHolder passes = new AccessTokenHolder(Time.system());
    private Time time = Time.system();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpsServer server;

    @BeforeAll
    static void makeKeys() throws Exception {
        Path script = Path.of(System.getProperty("yici.root", "../.."), "deploy/throwaway-ca");
        Process made =
                new ProcessBuilder(script.toString(), ca.toString()).inheritIO().start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
    }

    @BeforeEach
    void serve() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverTls("service-tls")));
        server.setExecutor(threads);
        server.start();
        passes.hold(Optional.of(new AgentMessage.Pass("a.b.c", Instant.now().plusSeconds(600))));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static SSLContext serverTls(String name) throws IOException, GeneralSecurityException {
        Path keys = ca.resolve("etc/yici/keys");
        String pem = Files.readString(keys.resolve(name + ".key")).replaceAll("-----[A-Z ]+-----", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.strip())));
        Certificate[] chain;
        try (var in = Files.newInputStream(keys.resolve(name + ".pem"))) {
            chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private HttpServerApi api(String anchor, Duration whole) throws IOException {
        return new HttpServerApi(
                URI.create("https://localhost:" + server.getAddress().getPort()),
                ServiceTrust.anchoredIn(ca.resolve("public/trust/" + anchor + ".pem"), time),
                passes,
                Duration.ofSeconds(3),
                whole);
    }

    private HttpServerApi api() throws IOException {
        return api("service-ca", Duration.ofSeconds(10));
    }

    private void answer(String path, int status, byte[] body) {
        server.createContext(path, exchange -> {
            seen.add(exchange.getRequestMethod() + " " + header(exchange, "Authorization") + " "
                    + header(exchange, Resources.IDEMPOTENCY_KEY) + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Test
    void asksForOffersWithThePass() throws IOException {
        Offers offers = new Offers(List.of(new Offers.Offer("k", "证明", "中心", true, "好")));
        answer(Resources.OFFERS, 200, Json.write(offers));
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.Success<>(offers));
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0)).startsWith("POST Bearer a.b.c null {").contains("\"name\":\"林知夏\"");
    }

    @Test
    void asksForACopyUnderItsKeyAndRepeatsUnderTheSame() throws IOException {
        answer(Resources.COPIES, 200, Json.write(ISSUED));
        UUID key = UUID.randomUUID();
        HttpServerApi api = api();
        for (int i = 0; i < 2; i++) {
            ServerResult<IssuedCopy> answer = api.issue(key, COPY).join();
            assertThat(answer).isInstanceOf(ServerResult.Success.class);
            assertThat(((ServerResult.Success<IssuedCopy>) answer).value().document())
                    .hasSize(70_000);
        }
        assertThat(seen).hasSize(2).allMatch(request -> request.startsWith("POST Bearer a.b.c " + key + " {"));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void understandsEveryRefusal(ProblemCode code) throws IOException {
        answer(Resources.OFFERS, 403, Json.write(new Problem("no", 403, code.name(), "")));
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.Refused<>(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "not json", "{}", "{\"title\":\"t\",\"status\":500,\"code\":\"OF_TOMORROW\",\"detail\":\"\"}"
            })
    void whatItDoesNotUnderstandIsAFaultOfTheCentre(String body) throws IOException {
        answer(Resources.OFFERS, 500, body.getBytes(StandardCharsets.UTF_8));
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.ServerError<>());
    }

    @Test
    void anAnswerOfAnotherFormIsAFaultOfTheCentre() throws IOException {
        answer(Resources.OFFERS, 200, "[1]".getBytes(StandardCharsets.UTF_8));
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.ServerError<>());
    }

    @Test
    void doesNotFollowARedirect() throws IOException {
        server.createContext(Resources.OFFERS, exchange -> {
            exchange.getResponseHeaders().set("Location", "https://localhost:1/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.ServerError<>());
    }

    @Test
    void doesNotTrustAServiceOfAnotherAuthority() throws IOException {
        answer(Resources.OFFERS, 200, Json.write(new Offers(List.of())));
        assertThat(api("broker-ca", Duration.ofSeconds(10)).offers(OFFERS).join())
                .isEqualTo(new ServerResult.Unreachable<>());
        assertThat(seen).isEmpty();
    }

    @Test
    void judgesTheServicesCertificateAtTheTimeThatTheCentreSaid() throws IOException {
        answer(Resources.OFFERS, 200, Json.write(new Offers(List.of())));
        ManualTime clock = new ManualTime(Instant.parse("2099-01-01T00:00:00Z"));
        TerminalTime told = new TerminalTime(clock);
        time = told;
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.Unreachable<>());
        clock.setWallClock(Instant.EPOCH);
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.Unreachable<>());
        told.isAtLeast(Instant.now());
        assertThat(api().offers(OFFERS).join()).isInstanceOf(ServerResult.Success.class);
        clock.setWallClock(Instant.parse("2099-01-01T00:00:00Z"));
        told.isNow(Instant.now());
        assertThat(api().offers(OFFERS).join()).isInstanceOf(ServerResult.Success.class);
    }

    @Test
    void doesNotTrustTheRightAuthorityUnderAnotherName() throws IOException {
        answer(Resources.OFFERS, 200, Json.write(new Offers(List.of())));
        HttpServerApi api = new HttpServerApi(
                URI.create("https://127.0.0.2:" + server.getAddress().getPort()),
                ServiceTrust.anchoredIn(ca.resolve("public/trust/service-ca.pem"), Time.system()),
                passes,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10));
        assertThat(api.offers(OFFERS).join()).isEqualTo(new ServerResult.Unreachable<>());
        assertThat(seen).isEmpty();
    }

    private CounterpartThatStops stopping(Way way) throws Exception {
        return CounterpartThatStops.on(
                way,
                CounterpartThatStops.httpHeaders("application/json"),
                serverTls("service-tls")
                        .getServerSocketFactory()
                        .createServerSocket(0, 8, InetAddress.getLoopbackAddress()));
    }

    private HttpServerApi api(CounterpartThatStops stopping, Duration whole) throws IOException {
        return new HttpServerApi(
                URI.create("https://localhost:" + stopping.port()),
                ServiceTrust.anchoredIn(ca.resolve("public/trust/service-ca.pem"), time),
                passes,
                Duration.ofSeconds(3),
                whole);
    }

    @ParameterizedTest
    @EnumSource(names = "WITHOUT_END", mode = EnumSource.Mode.EXCLUDE)
    @Timeout(60)
    void givesUpAServiceThatStopsInMidAnswer(Way way) throws Exception {
        try (CounterpartThatStops stopping = stopping(way)) {
            assertThat(api(stopping, Duration.ofMillis(2500)).offers(OFFERS).join())
                    .isEqualTo(new ServerResult.Unreachable<>());
            assertThat(stopping.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void refusesAnAnswerWithoutEndBeforeItsDeadline() throws Exception {
        try (CounterpartThatStops stopping = stopping(Way.WITHOUT_END)) {
            assertThat(api(stopping, Duration.ofSeconds(50)).offers(OFFERS).join())
                    .isEqualTo(new ServerResult.Unreachable<>());
            assertThat(stopping.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nobodyListensIsUnreachable() throws IOException {
        HttpServerApi api = new HttpServerApi(
                URI.create("https://localhost:1"),
                ServiceTrust.anchoredIn(ca.resolve("public/trust/service-ca.pem"), Time.system()),
                passes,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10));
        assertThat(api.offers(OFFERS).join()).isEqualTo(new ServerResult.Unreachable<>());
    }

    @Test
    void asksNothingWithoutAPassThatLasts() throws IOException {
        answer(Resources.OFFERS, 200, Json.write(new Offers(List.of())));
        passes = new AccessTokenHolder(Time.system());
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.Unreachable<>());
        passes.hold(Optional.of(new AgentMessage.Pass("old", Instant.now().minusSeconds(1))));
        assertThat(api().offers(OFFERS).join()).isEqualTo(new ServerResult.Unreachable<>());
        assertThat(seen).isEmpty();
    }

    @Test
    void keepsItsPassWhenAnAgentStartsAnewAndHasNoneYet() throws IOException {
        answer(Resources.OFFERS, 200, Json.write(new Offers(List.of())));
        passes.hold(Optional.empty());
        assertThat(api().offers(OFFERS).join()).isInstanceOf(ServerResult.Success.class);
    }

    @Test
    void refusesAnAnchorFileWithoutCertificates(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("service-ca.pem"), "");
        assertThatThrownBy(() -> ServiceTrust.anchoredIn(empty, time)).isInstanceOf(IOException.class);
        Path key = ca.resolve("etc/yici/keys/service-tls.key");
        assertThatThrownBy(() -> ServiceTrust.anchoredIn(key, time)).isInstanceOf(IOException.class);
    }
}
