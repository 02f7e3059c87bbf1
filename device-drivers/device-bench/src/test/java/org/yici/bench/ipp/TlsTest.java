package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.BenchConfig;
import org.yici.bench.Ports;
import org.yici.bench.RunningBench;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class TlsTest {
    @TempDir
    Path folder;

    @Test
    void printsOverTlsWithTheCertificateThatItNames() throws Exception {
        BenchConfig quick = BenchConfig.quick(folder);
        BenchConfig config = new BenchConfig(
                folder,
                0,
                0,
                Optional.of(0),
                List.of(),
                Optional.empty(),
                quick.scanner(),
                quick.chipFolder(),
                false,
                quick.perPage(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try (RunningBench bench = RunningBench.start(config)) {
            JsonNode said = state(bench).at("/printer");
            URI secured = URI.create(said.at("/tlsUri").asString());
            String fingerprint = said.at("/tlsSha256").asString();
            prints(bench, new PrinterClient(secured, client("TLSv1.3", fingerprint)), 1);
            prints(bench, new PrinterClient(secured, client("TLSv1.2", fingerprint)), 2);
            saysBothAddresses(new PrinterClient(URI.create(said.at("/uri").asString())), secured);
            isRefused(secured);
            goesAndComesBack(bench, secured, fingerprint);
            assertThat(Files.exists(config.stateFolder().resolve("printer.p12")))
                    .isFalse();
        }
    }

    private static void prints(RunningBench bench, PrinterClient wire, int job) throws Exception {
        Message answer = wire.send(wire.printJob("sealed"), TestDocuments.pdf(1));
        assertThat(answer.code()).isEqualTo(Status.OK);
        assertThat(answer.group(Tag.JOB_GROUP).orElseThrow().string("job-uri"))
                .get()
                .asString()
                .startsWith("ipps://");
        wire.awaitState(job, JobState.COMPLETED);
        assertThat(bench.hardware().printer().tray().sheets()).hasSize(job);
    }

    private static void saysBothAddresses(PrinterClient wire, URI secured) throws Exception {
        Group said = wire.printerAttributes();
        assertThat(said.find("printer-uri-supported").orElseThrow().strings())
                .hasSize(2)
                .element(1)
                .isEqualTo(secured.toString());
        assertThat(said.find("uri-security-supported").orElseThrow().strings()).containsExactly("none", "tls");
        assertThat(said.find("uri-authentication-supported").orElseThrow().strings())
                .hasSize(2);
    }

    private static void isRefused(URI secured) throws Exception {
        PrinterClient other = new PrinterClient(secured, client("TLSv1.3", "00"));
        assertThatThrownBy(() -> other.send(other.request(Operation.GET_JOBS), new byte[0]))
                .isInstanceOf(SSLHandshakeException.class);
    }

    private static void goesAndComesBack(RunningBench bench, URI secured, String fingerprint) throws Exception {
        PrinterClient wire = new PrinterClient(secured, client("TLSv1.3", fingerprint));
        bench.hardware().ipp().disconnect();
        Ports.awaitRefusal(() -> wire.send(wire.request(Operation.GET_JOBS), new byte[0]));
        bench.hardware().ipp().connect();
        assertThat(wire.send(wire.request(Operation.GET_JOBS), new byte[0]).code())
                .isEqualTo(Status.OK);
    }

    @Test
    void freesThePlainPortWhenTheOtherIsTaken() throws IOException {
        TlsIdentity identity = TlsIdentity.make(folder);
        int free = free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Printer printer = new Printer(
                        Duration.ofMillis(1), new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {})) {
            IppPrinter.Tls tls = new IppPrinter.Tls(taken.getLocalPort(), identity);
            assertThatThrownBy(() -> new IppPrinter(free, Optional.of(tls), printer, Clock.systemUTC()))
                    .isInstanceOf(BindException.class);
            Ports.awaitRefusal(() -> new Socket("127.0.0.1", free).close());
        }
    }

    /** None of the ports that the kernel gives to whoever wants any: other tests would take it. */
    private static int free() throws IOException {
        while (true) {
            int port = 10_000 + ThreadLocalRandom.current().nextInt(5_000);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException e) {
                // Taken.
            }
        }
    }

    private static JsonNode state(RunningBench bench) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(bench.page().resolve("api/state")).build();
        return JsonMapper.builder()
                .build()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    /** Speaks this version only and trusts the certificate with this fingerprint only. */
    private static HttpClient client(String version, String fingerprint) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Pinned(fingerprint)}, null);
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        return HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .build();
    }

    private record Pinned(String fingerprint) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            if (!fingerprint.equals(sha256(chain[0].getEncoded()))) {
                throw new CertificateException("not the printer's");
            }
        }

        private static String sha256(byte[] certificate) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            throw new CertificateException("no client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
