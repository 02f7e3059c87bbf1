package org.yici.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.base.TerminalId;

class AgentConfigFileTest {
    @TempDir
    Path folder;

    private AgentConfig read(String text) throws IOException, ConfigException {
        return AgentConfigFile.read(Files.writeString(folder.resolve("agent.yaml"), text));
    }

    @Test
    void takesDefaultsForWhatIsNotSaid() throws Exception {
        assertThat(read("terminal: demo-0001\nbrokerUri: ssl://localhost:8884\nserviceUrl: https://localhost:8444\n"))
                .isEqualTo(new AgentConfig(
                        new TerminalId("demo-0001"),
                        URI.create("ssl://localhost:8884"),
                        URI.create("https://localhost:8444"),
                        30,
                        2,
                        Set.of("yici-session-1", "yici-session-2"),
                        60,
                        1));
    }

    @Test
    void takesWhatIsSaid() throws Exception {
        AgentConfig config = read(
                """
                terminal: demo-0001
                brokerUri: ssl://broker.example:8883
                serviceUrl: https://service.example:443/
                keepAliveSeconds: 10
                slots: 3
                sessionUsers: [one, two, three]
                healthSeconds: 20
                sessionMegabytes: 5
                """);
        assertThat(config.keepAliveSeconds()).isEqualTo(10);
        assertThat(config.slots()).isEqualTo(3);
        assertThat(config.sessionUsers()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(config.healthSeconds()).isEqualTo(20);
        assertThat(config.sessionMegabytes()).isEqualTo(5);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThatThrownBy(
                        () -> read(
                                """
                        terminal: service-1
                        brokerUri: tcp://localhost:1883
                        serviceUri: https://localhost:8443
                        slots: 20
                        keepAliveSeconds: soon
                        sessionUsers: []
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("terminal: terminal ids that begin with \"service\"")
                .hasMessageContaining("brokerUri: should be ssl://host:port")
                .hasMessageContaining("\"serviceUri\" is not known")
                .hasMessageContaining("serviceUrl: is needed")
                .hasMessageContaining("slots: should be a number from 1 to 8")
                .hasMessageContaining("keepAliveSeconds: should be a number")
                .hasMessageContaining("sessionUsers: should be a list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a\n- b\n", "a: [\n", "terminal: a\nterminal: b\n"})
    void refusesWhatIsNoConfiguration(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigException.class).hasMessageContaining("agent.yaml");
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatThrownBy(() -> AgentConfigFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot be read");
    }
}
