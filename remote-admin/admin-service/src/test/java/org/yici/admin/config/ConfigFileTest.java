package org.yici.admin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.terminal.Hours;
import org.yici.base.Folders;
import org.yici.contract.AssuranceLevel;

class ConfigFileTest {
    @TempDir
    Path root;

    private ConfigFile read(String yaml) throws IOException {
        Folders folders = new Folders(root);
        Files.createDirectories(folders.etc());
        Files.writeString(folders.etc().resolve("service.yaml"), yaml);
        return ConfigFile.read(folders);
    }

    @Test
    void hasADefaultForEverything() {
        ServiceConfig config = ConfigFile.read(new Folders(root)).config();

        assertThat(config.pages())
                .hasToString(
                        "Pages[bind=127.0.0.1, port=8480, tls=Optional.empty, behindProxy=false, idle=PT30M, longestSession=PT12H]");
        assertThat(config.terminals())
                .isEqualTo(new ServiceConfig.Terminals(
                        "127.0.0.1", 8443, 240, Hours.ALWAYS, AssuranceLevel.CARD, Duration.ofMinutes(30)));
        assertThat(config.broker())
                .isEqualTo(new ServiceConfig.Broker(
                        URI.create("ssl://localhost:8883"),
                        500,
                        Duration.ofMinutes(10),
                        root.resolve("var/lib/yici-broker/list/revoked.pem")));
        assertThat(config.database().url()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/yici");
        assertThat(config.enrolment().codeLife()).isEqualTo(Duration.ofHours(24));
        assertThat(config.enrolment().certificateLife()).isEqualTo(Duration.ofDays(825));
        assertThat(config.keys()).isEqualTo(root.resolve("etc/yici/keys"));
        assertThat(config.fonts()).isEmpty();
    }

    @Test
    void readsWhatTheFileSaysAndHandsTheRestOn() throws IOException {
        ConfigFile file = read(
                """
                yici:
                  terminals: {port: 9443, requests-per-hour: 30, hours: "06:00-22:00", level: card-unproven, evidence-life: 10m}
                  broker: {uri: "ssl://broker.county:8883"}
                  enrolment: {code-life: 30m}
                logging.level.org.yici: DEBUG
                """);

        assertThat(file.config().terminals())
                .isEqualTo(new ServiceConfig.Terminals(
                        "127.0.0.1",
                        9443,
                        30,
                        Hours.parse("06:00-22:00"),
                        AssuranceLevel.CARD_UNPROVEN,
                        Duration.ofMinutes(10)));
        assertThat(file.config().broker().uri()).isEqualTo(URI.create("ssl://broker.county:8883"));
        assertThat(file.config().enrolment().codeLife()).isEqualTo(Duration.ofMinutes(30));
        assertThat(file.others()).containsOnlyKeys("logging.level.org.yici");
    }

    @Test
    void tellsAllFaultsAtOnceAndRefusesKeysThatItDoesNotKnow() {
        assertThatThrownBy(
                        () -> read(
                                """
                        yici:
                          pages: {port: 99999, certificate: a.pem, colour: red}
                          broker: {uri: "tcp://broker:1883", shared: true}
                          terminals: {hours: always, level: card-and-phone}
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("service.yaml")
                .hasMessageContaining("yici.pages.port must be 0 to 65535, not \"99999\"")
                .hasMessageContaining("yici.pages.certificate and yici.pages.key belong together")
                .hasMessageContaining("yici.terminals.level must be card or card-unproven")
                .hasMessageContaining("yici.broker.uri must be an address such as ssl://broker:8883")
                .hasMessageContaining("yici.broker.shared is not a setting of the service")
                .hasMessageContaining("yici.terminals.hours")
                .hasMessageContaining("yici.pages.colour is not a setting of the service");
    }

    @Test
    void printsNoPassword() throws IOException {
        assertThat(read("yici.database.password: geheim").config().toString()).doesNotContain("geheim");
    }
}
