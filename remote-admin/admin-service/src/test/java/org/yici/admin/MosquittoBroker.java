package org.yici.admin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Debian's Mosquitto with the access rules of docs/service.md, in place of the embedded broker. */
public final class MosquittoBroker implements AutoCloseable {
    private final Process process;
    private final int port;

    private MosquittoBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static MosquittoBroker start(Path folder) throws IOException {
        int port = PrivatePostgres.freePort();
        Path rules = folder.resolve("rules");
        Files.writeString(
                rules,
                """
                user service
                topic readwrite yici/v1/t/#

                pattern write yici/v1/t/%u/out/#
                pattern read yici/v1/t/%u/in/#
                """);
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                """
                listener %d 127.0.0.1
                certfile %s
                keyfile %s
                cafile %s
                require_certificate true
                use_identity_as_username true
                use_username_as_clientid false
                allow_anonymous false
                acl_file %s
                max_packet_size 524288
                persistence false
                user root
                log_dest file %s
                """
                        .formatted(
                                port,
                                TestKeys.folder().resolve("broker-tls.pem"),
                                TestKeys.folder().resolve("broker-tls.key"),
                                TestKeys.folder().resolve("terminal-ca.pem"),
                                rules,
                                folder.resolve("mosquitto.log")));
        Process process = new ProcessBuilder(List.of("/usr/sbin/mosquitto", "-c", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.out").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> isOpen(port));
        return new MosquittoBroker(process, port);
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public URI address() {
        return URI.create("ssl://localhost:" + port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
