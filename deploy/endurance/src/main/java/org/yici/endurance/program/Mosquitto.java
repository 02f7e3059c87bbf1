package org.yici.endurance.program;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Debian's Mosquitto with the files of {@code deploy/broker/mosquitto}; only folders and port are others. */
public final class Mosquitto implements AutoCloseable {
    private static final String PLUGIN = "mosquitto_dynamic_security.so";

    private final KeptProgram program;
    private final Path list;
    private final int port;
    private Object followed;

    private Mosquitto(KeptProgram program, Path list, int port) throws IOException {
        this.program = program;
        this.list = list;
        this.port = port;
        this.followed = identity();
    }

    /** Prepares it in {@code folder}; {@code keys} are those of a throw-away centre. */
    public static Mosquitto in(Path folder, Path checkout, Path keys) throws IOException {
        int port = Tool.freePort();
        Path shipped = checkout.resolve("deploy/broker/mosquitto");
        Path etc = Files.createDirectories(folder.resolve("etc"));
        Path state = Files.createDirectories(folder.resolve("state"));
        Path list = Files.createDirectories(folder.resolve("list")).resolve("revoked.pem");
        for (String name : List.of("broker-tls.pem", "broker-tls.key", "terminal-ca.pem")) {
            Files.copy(keys.resolve(name), etc.resolve(name));
        }
        Files.copy(shipped.resolve("acl"), etc.resolve("acl"));
        Files.copy(keys.resolve("revoked.pem"), list);
        Files.writeString(state.resolve("dynsec.json"), "{}");
        Path configuration = etc.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                Files.readString(shipped.resolve("mosquitto.conf"))
                        .replace("/usr/lib/x86_64-linux-gnu/" + PLUGIN, plugin())
                        .replace("/etc/yici/broker", etc.toString())
                        .replace("/var/lib/yici-broker", folder.toString())
                        .replace("\nlistener 8883\n", "\nlistener " + port + " 127.0.0.1\n"));
        Tool.giveAway(folder);
        List<String> command = new ArrayList<>(Tool.unprivileged());
        command.addAll(List.of(Tool.find("mosquitto"), "-c", configuration.toString()));
        return new Mosquitto(new KeptProgram("broker", command, folder.resolve("said")), list, port);
    }

    private static String plugin() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(PLUGIN))) {
                    return folder.resolve(PLUGIN).toString();
                }
            }
        }
        throw new IOException("no " + PLUGIN + " below /usr/lib: install mosquitto");
    }

    /** Sends it SIGHUP if its revocation list has become another one; to be called often, by one thread. */
    public void follow() throws IOException {
        Object now = identity();
        if (!now.equals(followed)) {
            followed = now;
            program.reload();
        }
    }

    private Object identity() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(list, BasicFileAttributes.class);
        return List.of(String.valueOf(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size());
    }

    public KeptProgram program() {
        return program;
    }

    /** Where it reads its revocation list from. */
    public Path revocationList() {
        return list;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
