package org.yici.check.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yici.check.rig.Rig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays the fault table on a running demo ({@code deploy/lib/with-demo --onlooker}). Exit 0: every cell came as it should. */
@Command(name = "faults", mixinStandardHelpOptions = true)
public final class Faults implements Callable<Integer> {
    @Option(names = "--list", description = "tells the cells and plays none")
    private boolean list;

    @Option(names = "--short", description = "plays a small selection")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            description = "plays cells whose title has this regular expression")
    private Pattern only = Pattern.compile("");

    @Option(names = "--out", paramLabel = "DIR", description = "where result.json and pictures go")
    private Path out = Path.of("target/faults");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Parameters(paramLabel = "GROUP", description = "devices, kills, clock; all if none is named")
    private List<Group> groups = List.of(Group.values());

    /** What can be asked for; {@code clock} needs a demo whose clock a file sets. */
    enum Group {
        devices,
        kills,
        clock;

        List<Cell> cells() {
            return switch (this) {
                case devices -> both(DeviceCells.all(), CardCells.all());
                case kills -> both(SessionCells.all(), AgentCells.all());
                case clock -> ClockCells.all();
            };
        }

        private static List<Cell> both(List<Cell> first, List<Cell> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Cell> wanted = groups.stream()
                .flatMap(group -> group.cells().stream())
                .filter(cell -> cell.quick() || !quick)
                .filter(cell -> only.matcher(cell.title()).find())
                .toList();
        if (list || wanted.isEmpty()) {
            wanted.forEach(cell -> System.out.println(cell.title()));
            return list ? 0 : 2;
        }
        Files.createDirectories(out);
        Run run = new Run(Rig.ofEnvironment(), out);
        for (Cell cell : wanted) {
            boolean last = cell.equals(wanted.get(wanted.size() - 1));
            run.play(cell, !quick || last);
        }
        System.out.println((run.played() - run.failed()) + " passed, " + run.failed() + " failed");
        return run.failed() == 0 ? 0 : 1;
    }
}
