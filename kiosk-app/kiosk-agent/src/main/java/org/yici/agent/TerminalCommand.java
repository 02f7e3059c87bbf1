package org.yici.agent;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yici.base.Folders;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the agent's commands share: the terminal's folders, and how a command answers. */
abstract class TerminalCommand implements Callable<Integer> {
    @Option(names = "--data", defaultValue = "/", description = "Folder below which etc, var and run lie (default: /).")
    private Path data = Path.of("/");

    @Spec
    private @Nullable CommandSpec spec;

    final Folders folders() {
        return new Folders(data.toAbsolutePath().normalize());
    }

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** Says on the error stream what this command failed at, and returns its exit code. */
    final int failed(int exitCode, @Nullable String message) {
        spec().commandLine().getErr().println(spec().name() + ": " + message);
        return exitCode;
    }

    final CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the command up");
        }
        return spec;
    }
}
