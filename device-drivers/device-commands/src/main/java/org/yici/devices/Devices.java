package org.yici.devices;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code deploy/devices}: see {@code docs/device-commands.md}. */
@Command(
        name = "devices",
        description =
                "Tries a terminal's devices. One JSON object a line on standard output, plain words on standard error.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit:%n",
        exitCodeList = {"0:done", "1:the device or the medium said no; the last line says why", "2:the call was wrong"})
public final class Devices {
    private Devices() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Runs one command; returns its exit code. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Lines lines = new Lines(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        CommandLine line = new CommandLine(new Devices())
                .addSubcommand(new Probe(lines))
                .addSubcommand(new ReadIdCard(lines))
                .addSubcommand(new ReadChipCard(lines))
                .addSubcommand(new Scan(lines))
                .addSubcommand(new Decode(lines))
                .addSubcommand(new Print(lines))
                .addSubcommand(new Status(lines))
                .addSubcommand(new SelfTest(lines))
                .setErr(new PrintWriter(lines.words(), true, StandardCharsets.UTF_8))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    lines.words().println(e.getMessage() == null ? e.toString() : e.getMessage());
                    return e instanceof IllegalArgumentException
                            ? CommandLine.ExitCode.USAGE
                            : CommandLine.ExitCode.SOFTWARE;
                });
        if (arguments.length == 0) {
            line.usage(lines.words());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }
}
