package org.yici.admin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.yici.admin.config.ConfigException;
import org.yici.admin.config.ConfigFile;
import org.yici.base.Build;
import org.yici.base.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/**
 * The service's program. Without a command it serves until it is ended; the commands work on the database alone.
 * Exits with 2 for a wrong command line or configuration, with 1 for what cannot be done.
 */
@Command(
        name = "service",
        description = "The service behind the terminals, with the administrator's pages.",
        mixinStandardHelpOptions = true,
        versionProvider = Service.Version.class,
        subcommands = {IssueEnrolmentCode.class, RevokeTerminal.class, PrintRevocationList.class})
public final class Service implements Callable<Integer> {
    private static final int WRONG_CONFIGURATION = 2;
    private static final Set<String> COMMANDS =
            Set.of(IssueEnrolmentCode.NAME, RevokeTerminal.NAME, PrintRevocationList.NAME);
    private static final List<String> WIRING =
            List.of("org.springframework.beans.", "org.springframework.context.", "org.flywaydb.");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder below which etc/yici, var/lib/yici, run/yici and var/log/yici lie (default: /)")
    private Path data = Path.of("/");

    /** Runs the program. */
    public static void main(String... arguments) {
        boolean serves = Stream.of(arguments).noneMatch(COMMANDS::contains);
        System.setProperty("yici.log.level", serves ? "INFO" : "WARN");
        System.setProperty("java.awt.headless", "true");
        int code = run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        return new CommandLine(new Service())
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    LoggerFactory.getLogger(Service.class).debug("Could not be done", fault);
                    command.getErr().println(explanation(fault));
                    return fault instanceof ConfigException ? WRONG_CONFIGURATION : 1;
                })
                .execute(arguments);
    }

    /** The first cause that is not the wiring's own complaint about it. */
    private static String explanation(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String source = cause.getClass().getName();
            if (WIRING.stream().noneMatch(source::startsWith) && cause.getMessage() != null) {
                return "service: " + cause.getMessage();
            }
        }
        return "service: " + fault;
    }

    @Override
    public Integer call() throws IOException {
        Folders folders = folders();
        ServiceApplication.start(folders, ConfigFile.read(folders));
        return 0;
    }

    Folders folders() {
        return new Folders(data.toAbsolutePath().normalize());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"yici service " + Build.version() + " (" + Build.commit() + ")"};
        }
    }
}
