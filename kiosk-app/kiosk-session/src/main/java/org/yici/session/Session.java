package org.yici.session;

import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.yici.base.Build;
import org.yici.base.Folders;
import org.yici.device.DriverProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/**
 * The session program. Reads its one-time token as one line of standard input, then lives until the agent halts it. Exit codes: 0 after
 * a halt; 1 if it cannot start now, which may pass; 2 for wrong options or a configuration that people have to mend, so that whoever
 * supervises it does not start it again; 3 if it was put together with test tools. What is wrong is on standard error; later it prints
 * nothing.
 */
@Command(
        name = "yici-session",
        description = "Serves one citizen at this terminal, then ends.",
        mixinStandardHelpOptions = true,
        versionProvider = Session.Version.class)
public final class Session implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int NEEDS_PEOPLE = 2;
    private static final int TEST_TOOLS = 3;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Root of etc/yici and run/yici (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("/");

    @Option(
            names = "--slot",
            paramLabel = "N",
            required = true,
            description = "The keeper's place of this process, from 1.")
    private int slot;

    public static void main(String[] args) {
        int code = new CommandLine(new Session()).execute(args);
        if (code != 0 || asksOnly(args)) {
            System.exit(code);
        }
    }

    /** Help and version end; anything else lives on. */
    private static boolean asksOnly(String[] args) {
        CommandLine.ParseResult asked = new CommandLine(new Session()).parseArgs(args);
        return asked.isUsageHelpRequested() || asked.isVersionHelpRequested();
    }

    @Override
    public Integer call() {
        if (Session.class.getResource("/META-INF/yici-bench") != null) {
            System.err.println("yici-session: refuses to start: the class path holds test tools (META-INF/yici-bench)");
            return TEST_TOOLS;
        }
        OutputSuppression.ofLogs();
        ImageIO.setUseCache(false);
        try {
            String token = token().orElseThrow(() -> new IOException("standard input held no token"));
            Folders folders = new Folders(data);
            SessionConfig config =
                    SessionConfig.read(folders.etc().resolve("session.yaml"), ServiceLoader.load(DriverProvider.class));
            SessionApplication wiring = new SessionApplication(folders, config, slot, token);
            EventQueue.invokeAndWait(wiring::openWindow);
            wiring.start();
            return 0;
        } catch (ConfigException e) {
            System.err.println("yici-session: cannot start: " + e.getMessage());
            return NEEDS_PEOPLE;
        } catch (IOException | RuntimeException | LinkageError e) {
            System.err.println("yici-session: cannot start: " + e.getMessage());
        } catch (InvocationTargetException e) {
            System.err.println("yici-session: cannot open its window: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return CANNOT_START;
    }

    private static Optional<String> token() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        return Optional.ofNullable(in.readLine()).map(String::strip).filter(line -> !line.isEmpty());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"yici-session " + Build.version() + " (" + Build.commit() + ")"};
        }
    }
}
