package org.yici.agent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.agent.fixture.HttpsService;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.agent.identity.Tls;
import org.yici.base.Time;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;

/** Against a service that stops answering in mid-request. */
@Timeout(60)
class ServiceClientTest {
    private static CounterpartThatStops server(Way way) throws Exception {
        ServerSocket socket = HttpsService.tls(ThrowawayCentre.get(), "service-tls")
                .getServerSocketFactory()
                .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
        return CounterpartThatStops.on(way, CounterpartThatStops.httpHeaders("application/json"), socket);
    }

    private static ServiceClient client(CounterpartThatStops server, Duration whole) throws Exception {
        return new ServiceClient(
                URI.create("https://localhost:" + server.port()),
                Tls.anonymous(ThrowawayCentre.get().trust("service-ca.pem"), Time.system()),
                whole);
    }

    @ParameterizedTest
    @EnumSource(names = "WITHOUT_END", mode = EnumSource.Mode.EXCLUDE)
    void givesUpAServiceThatStops(Way way) throws Exception {
        try (CounterpartThatStops server = server(way)) {
            ServiceClient client = client(server, Duration.ofSeconds(2));
            assertThatThrownBy(client::pass).isInstanceOf(IOException.class).hasMessageContaining("does not answer");
            assertThat(server.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void refusesAnAnswerWithoutEnd() throws Exception {
        try (CounterpartThatStops server = server(Way.WITHOUT_END)) {
            ServiceClient client = client(server, Duration.ofSeconds(50));
            assertThatThrownBy(client::pass).isInstanceOf(IOException.class).hasMessageContaining("more than 65536");
            assertThat(server.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
