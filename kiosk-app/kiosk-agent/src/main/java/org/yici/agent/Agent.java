package org.yici.agent;

import org.yici.base.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The agent as a program: {@code run} for years, {@code enrol} once, {@code release-service} by staff. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        versionProvider = Agent.Version.class,
        description = "The long-lived program of a terminal.",
        subcommands = {RunCommand.class, EnrolCommand.class, ReleaseServiceCommand.class})
public final class Agent {
    private Agent() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Agent());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"yici agent " + Build.version() + " (commit " + Build.commit() + ")"};
        }
    }
}
