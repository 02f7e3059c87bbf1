package org.yici.check.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.yici.check.Eye;
import org.yici.check.rig.Rig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the demo that {@code deploy/lib/with-demo} started this in, as root, and leaves one file {@code ROW.json} for each line of
 * the table; {@code deploy/measure} puts them together.
 */
@Command(name = "measure", description = "Measures a running demo.", mixinStandardHelpOptions = true)
public final class Measure implements Callable<Integer> {
    @Option(names = "--out", required = true, description = "where ROW.json files go")
    private Path out = Path.of(".");

    @Option(
            names = "--rows",
            split = ",",
            description = "hand-over, hand-over-load, greeting, print, cpu, start, start-bare, memory")
    private Set<String> rows = Set.of("memory");

    @Option(
            names = "--times",
            defaultValue = "50",
            description = "how often a hand-over is taken; the others less (${DEFAULT-VALUE})")
    private int times;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Measure()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(out);
        Rig rig = Rig.ofEnvironment();
        if (wants("hand-over", "hand-over-load", "greeting", "print", "cpu")) {
            walk(rig);
        }
        if (wants("start-bare")) {
            keep(starts(rig, false).row());
        }
        if (wants("start") && !wants("cpu")) {
            keep(starts(rig, true).row());
        }
        if (wants("memory") && !wants("print", "cpu")) {
            keep(Memory.row(rig, "idle, nobody came yet"));
        }
        return 0;
    }

    private void walk(Rig rig) throws IOException, InterruptedException {
        FrameBuffer screen = new FrameBuffer(Path.of(rig.ready().terminalRoot(), "run/yici/pixels/Xvfb_screen0"));
        Waiting waiting = Waiting.read(Path.of(rig.ready().stage(), "waiting.png"), screen);
        Walk walk = new Walk(rig, new Eye(out), new Film(screen));
        say("reading the screens once");
        walk.learnToLeave();
        if (wants("print", "cpu", "start")) {
            walk.learnToPrint();
            print(rig, walk);
        }
        if (wants("greeting")) {
            greet(rig, walk);
        }
        if (wants("hand-over")) {
            say("hand-overs on an idle machine");
            keep(handOver(rig, walk, waiting).row("hand-over", "idle machine"));
        }
        if (wants("hand-over-load")) {
            say("hand-overs under load");
            try (Load load = new Load()) {
                keep(handOver(rig, walk, waiting).row("hand-over-load", "every processor busy with something else"));
            }
        }
    }

    private void print(Rig rig, Walk walk) throws IOException, InterruptedException {
        say("certificates");
        Printing printing = new Printing(rig, walk);
        for (int i = 0; i < Math.max(2, times / 3); i++) {
            printing.once();
        }
        keep(printing.row());
        if (wants("memory")) {
            walk.bothReady();
            keep(Memory.row(rig, "idle, " + Math.max(2, times / 3) + " citizens later"));
        }
        if (wants("cpu", "start")) {
            Starts starts = starts(rig, true);
            starts.cpu().all().forEach(millis -> printing.startCost(millis / 1000));
            keep(printing.cost());
            keep(starts.row());
        }
    }

    private void greet(Rig rig, Walk walk) throws IOException, InterruptedException {
        say("greetings");
        Greeting greeting = new Greeting(rig, walk);
        for (int i = 0; i < Math.max(3, times / 3); i++) {
            greeting.once();
        }
        greeting.barely(Math.max(3, times / 3));
        walk.idleAgain();
        keep(greeting.row());
    }

    private HandOver handOver(Rig rig, Walk walk, Waiting waiting) throws IOException, InterruptedException {
        HandOver handOver = new HandOver(rig, walk, waiting);
        for (int i = 0; i < times; i++) {
            handOver.once();
        }
        return handOver;
    }

    private Starts starts(Rig rig, boolean archive) throws IOException, InterruptedException {
        say("starts " + (archive ? "with" : "without") + " an archive");
        Starts starts = new Starts(rig, archive);
        for (int i = 0; i < Math.max(3, times / 5); i++) {
            starts.once();
        }
        return starts;
    }

    private boolean wants(String... any) {
        return List.of(any).stream().anyMatch(rows::contains);
    }

    private void keep(Row row) throws IOException {
        Files.write(
                out.resolve(row.name() + ".json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(row));
        say(row.work() + ": " + row.seen());
    }

    private static void say(String text) {
        System.out.println("measure: " + text);
    }
}
