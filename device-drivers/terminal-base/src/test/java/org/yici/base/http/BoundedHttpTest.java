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
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;
import org.yici.base.port.FreePort;

@Timeout(60)
class BoundedHttpTest {
    /** Several bytes of an answer that comes a byte a second. */
    private static final Duration SOON = Duration.ofMillis(2500);

    private static final int LARGEST = 1 << 20;

    private final HttpClient client = HttpClient.newHttpClient();

    private static CounterpartThatStops stopping(Way way) throws IOException {
        return CounterpartThatStops.onLoopback(way, CounterpartThatStops.httpHeaders("application/json"));
    }

    private static HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    @ParameterizedTest
    @EnumSource(names = "WITHOUT_END", mode = EnumSource.Mode.EXCLUDE)
    void givesUpAnAnswerThatDoesNotEndAndClosesItsConnection(Way way) throws Exception {
        try (CounterpartThatStops server = stopping(way)) {
            assertThatThrownBy(() -> BoundedHttp.send(client, request(server.port()), SOON, LARGEST))
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("2500 ms");
            assertThat(server.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "WITHOUT_END", mode = EnumSource.Mode.EXCLUDE)
    void givesItUpWithoutAThreadThatWaits(Way way) throws Exception {
        try (CounterpartThatStops server = stopping(way)) {
            var answer = BoundedHttp.sendAsync(client, request(server.port()), SOON, LARGEST);
            assertThatThrownBy(answer::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(HttpTimeoutException.class);
            assertThat(server.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLongBeforeItsDeadline() throws Exception {
        try (CounterpartThatStops server = stopping(Way.WITHOUT_END)) {
            Duration late = Duration.ofSeconds(50);
            assertThatThrownBy(() -> BoundedHttp.send(client, request(server.port()), late, LARGEST))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("more than " + LARGEST + " bytes");
            assertThat(server.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void isGivenUpByAnInterrupt() throws Exception {
        try (CounterpartThatStops server = stopping(Way.STOPS_AFTER_THE_BEGINNING)) {
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
