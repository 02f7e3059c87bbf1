package org.yici.base.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.port.FreePort;
import org.yici.base.stall.StallingServer;

@Timeout(60)
class BoundedHttpTest {
    private static final Duration SOON = Duration.ofMillis(500);
    private static final int LARGEST = 1 << 20;

    private final HttpClient client = HttpClient.newHttpClient();

    private static HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "HEADERS_ONLY", "DRIP"})
    void givesUpAnAnswerThatDoesNotEndAndClosesItsConnection(StallingServer.Way way) throws Exception {
        try (StallingServer server = StallingServer.plain(way)) {
            assertThatThrownBy(() -> BoundedHttp.send(client, request(server.port()), SOON, LARGEST))
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("500 ms");
            assertThat(server.clientWent()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "HEADERS_ONLY", "DRIP"})
    void givesItUpWithoutAThreadThatWaits(StallingServer.Way way) throws Exception {
        try (StallingServer server = StallingServer.plain(way)) {
            var answer = BoundedHttp.sendAsync(client, request(server.port()), SOON, LARGEST);
            assertThatThrownBy(answer::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(HttpTimeoutException.class);
            assertThat(server.clientWent()).isTrue();
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLongBeforeItsDeadline() throws Exception {
        try (StallingServer server = StallingServer.plain(StallingServer.Way.ENDLESS)) {
            Duration late = Duration.ofSeconds(50);
            assertThatThrownBy(() -> BoundedHttp.send(client, request(server.port()), late, LARGEST))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("more than " + LARGEST + " bytes");
            assertThat(server.clientWent()).isTrue();
        }
    }

    @Test
    void isGivenUpByAnInterrupt() throws Exception {
        try (StallingServer server = StallingServer.plain(StallingServer.Way.HEADERS_ONLY)) {
            CompletableFuture<Throwable> seen = new CompletableFuture<>();
            Thread asks = new Thread(() -> {
                try {
                    BoundedHttp.send(client, request(server.port()), Duration.ofSeconds(50), LARGEST);
                } catch (IOException | InterruptedException e) {
                    seen.complete(e);
                }
            });
            asks.start();
            asks.interrupt();
            assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void tellsThatNobodyListensAsTheClientDoes() throws Exception {
        int port = FreePort.next();
        assertThatThrownBy(() -> BoundedHttp.send(client, request(port), Duration.ofSeconds(20), LARGEST))
                .isInstanceOf(ConnectException.class);
    }
}
