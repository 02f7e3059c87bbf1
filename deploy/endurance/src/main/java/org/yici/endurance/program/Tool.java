package org.yici.endurance.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The machine's own tools, and what servers on it need. */
final class Tool {
    /** Servers that refuse root run as this user of every Debian. */
    private static final String NOBODY = "nobody";

    private static final int FIRST_PORT = 15_000;
    private static final int LAST_PORT = 32_000;

    private Tool() {}

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** What stands before a command that must not run as root. */
    static List<String> unprivileged() {
        return isRoot()
                ? List.of(find("setpriv"), "--reuid", NOBODY, "--regid", "nogroup", "--clear-groups")
                : List.of();
    }

    /** Gives files to the user of {@link #unprivileged}. */
    static void giveAway(Path folder) throws IOException {
        if (isRoot()) {
            var nobody =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    Files.setOwner(file, nobody);
                }
            }
        }
    }

    /** Where a tool is, also outside of an ordinary user's PATH. */
    static String find(String tool) {
        for (String folder : List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/sbin", "/bin")) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        throw new IllegalStateException(tool + " is not installed; deploy/test installs what is needed");
    }

    /** Runs to the end and returns what was said on standard output; fails with all that was said. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("yici-tool-", ".out");
        Path errors = Files.createTempFile("yici-tool-", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            int code = process.waitFor();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (code != 0) {
                throw new IOException(command + " ended with " + code + ": " + said + Files.readString(errors));
            }
            return said;
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /**
     * A port that nobody has, below those that the kernel gives to outgoing connections: a server that is down for a while must find it free
     * again.
     */
    static int freePort() throws IOException {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                continue;
            }
        }
        throw new IOException("no free port between " + FIRST_PORT + " and " + LAST_PORT);
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
