package org.yici.endurance.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's Mosquitto with the configuration of docs/service.md. */
public final class Mosquitto {
    private static final String RULES =
            """
            user service
            topic readwrite yici/v1/t/#

            pattern write yici/v1/t/%u/out/#
            pattern read yici/v1/t/%u/in/#
            """;

    private Mosquitto() {}

    /** A port for it that nobody has. */
    public static int freePort() throws IOException {
        return Tool.freePort();
    }

    /** Prepares it in {@code folder}; {@code keys} are those of a throw-away centre. */
    public static KeptProgram in(Path folder, Path keys, int port) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("broker-tls.pem", "broker-tls.key", "terminal-ca.pem")) {
            Files.copy(keys.resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("rules"), RULES);
        Path configuration = folder.resolve("mosquitto.conf");
        Files.write(
                configuration,
                List.of(
                        "listener " + port + " 127.0.0.1",
                        "certfile " + folder.resolve("broker-tls.pem"),
                        "keyfile " + folder.resolve("broker-tls.key"),
                        "cafile " + folder.resolve("terminal-ca.pem"),
                        "require_certificate true",
                        "use_identity_as_username true",
                        "allow_anonymous false",
                        "max_packet_size 524288",
                        "persistence false",
                        "acl_file " + folder.resolve("rules"),
                        "log_dest file " + folder.resolve("mosquitto.log")));
        Tool.giveAway(folder);
        List<String> command = new ArrayList<>(Tool.unprivileged());
        command.addAll(List.of(Tool.find("mosquitto"), "-c", configuration.toString()));
        return new KeptProgram("broker", command, folder.resolve("said"));
    }
}
