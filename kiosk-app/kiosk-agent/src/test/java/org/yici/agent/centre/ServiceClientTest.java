package org.yici.agent.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.agent.fixture.HttpsService;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.agent.identity.Tls;
import org.yici.base.Time;
import org.yici.base.stall.StallingServer;

/** Against a service that stops answering in mid-request. */
@Timeout(60)
class ServiceClientTest {
    private static StallingServer server(StallingServer.Way way) throws Exception {
        ServerSocket socket = HttpsService.tls(ThrowawayCentre.get(), "service-tls")
                .getServerSocketFactory()
                .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
        return new StallingServer(socket, way);
    }

    private static ServiceClient client(StallingServer server, Duration whole) throws Exception {
        return new ServiceClient(
                URI.create("https://localhost:" + server.port()),
                Tls.anonymous(ThrowawayCentre.get().trust("service-ca.pem"), Time.system()),
                whole);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "HEADERS_ONLY", "DRIP"})
    void givesUpAServiceThatStops(StallingServer.Way way) throws Exception {
        try (StallingServer server = server(way)) {
            ServiceClient client = client(server, Duration.ofSeconds(2));
            assertThatThrownBy(client::pass).isInstanceOf(IOException.class).hasMessageContaining("does not answer");
            assertThat(server.clientWent()).isTrue();
        }
    }

    @Test
    void refusesAnAnswerWithoutEnd() throws Exception {
        try (StallingServer server = server(StallingServer.Way.ENDLESS)) {
            ServiceClient client = client(server, Duration.ofSeconds(50));
            assertThatThrownBy(client::pass).isInstanceOf(IOException.class).hasMessageContaining("more than 65536");
            assertThat(server.clientWent()).isTrue();
        }
    }
}
