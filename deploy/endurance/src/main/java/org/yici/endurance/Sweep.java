package org.yici.endurance;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code deploy/sweep}. Exits with 0 if every promise was kept, with 1 if not. */
@Command(
        name = "deploy/sweep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Cuts, kills and stops agents, service, broker and PostgreSQL while entries come in, and proves that"
                        + " every entry that an agent said is kept is in the database once (docs/proof/sweep.md).")
public final class Sweep implements Callable<Integer> {
    private static final int CUTS = 100;
    private static final int ROUNDS = 100;
    private static final int TERMINALS = 4;
    private static final int SHORT_CUTS = 10;
    private static final int SHORT_ROUNDS = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "Random faults under load (default: 100).")
    private @Nullable Integer rounds;

    @Option(
            names = "--cuts",
            paramLabel = "N",
            description = "Cuts that hit at each of the three points (default: 100).")
    private @Nullable Integer cuts;

    @Option(names = "--seed", paramLabel = "S", description = "Repeats the plan of a former run.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of results (default: target/sweep).")
    private Path out = Path.of("target/sweep");

    @Option(names = "--short", description = "10 cuts at each point, 10 random faults.")
    private boolean brief;

    @Option(names = "--checkout", paramLabel = "DIR", hidden = true)
    private Path checkout = Path.of(System.getProperty("yici.root", "."));

    public static void main(String[] args) {
        System.exit(new CommandLine(new Sweep()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Options options = new Options(
                checkout.toAbsolutePath(),
                out.toAbsolutePath(),
                seed != null ? seed : new Random().nextInt(1_000_000),
                cuts != null ? cuts : brief ? SHORT_CUTS : CUTS,
                rounds != null ? rounds : brief ? SHORT_ROUNDS : ROUNDS,
                TERMINALS);
        PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SweepRun.Result result = SweepRun.of(options, screen);
        result.figures().forEach((name, value) -> screen.println(name + ": " + value));
        result.counts().forEach((name, value) -> screen.println(name + ": " + value));
        result.faults().forEach(fault -> screen.println("BROKEN: " + fault));
        screen.println(result.faults().isEmpty() ? "Nothing was lost." : "Repeat with --seed " + options.seed());
        return result.faults().isEmpty() ? 0 : 1;
    }
}
