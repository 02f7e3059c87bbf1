package org.yici.endurance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yici.contract.Json;
import org.yici.endurance.copy.CopyAsker;

/** One whole sweep. */
final class SweepRun {
    private final Options options;
    private final Journal journal;

    private SweepRun(Options options, PrintStream screen) throws IOException {
        this.options = options;
        Files.createDirectories(options.out());
        this.journal = new Journal(screen, options.out().resolve("sweep.log"));
    }

    /** What a sweep came to: the promises that were broken, and what was counted. */
    record Result(List<String> faults, Map<String, Object> figures, Map<String, Long> counts) {}

    /** Sweeps; leaves {@code sweep.json}, {@code sweep.log} and, after a fault, the programs' logs in the folder of results. */
    static Result of(Options options, PrintStream screen) throws Exception {
        return new SweepRun(options, screen).run();
    }

    private Result run() throws Exception {
        journal.figure("seed", options.seed());
        journal.say("seed " + options.seed() + ": to repeat this, --seed " + options.seed());
        List<String> faults;
        try (World world = World.build(options)) {
            journal.say("database, service and " + options.terminals() + " terminals run");
            faults = sweep(world);
            if (!faults.isEmpty()) {
                world.saveLogs();
            }
        }
        journal.figure("seconds", journal.seconds());
        journal.figure("faults", faults);
        Map<String, Object> result = new LinkedHashMap<>(journal.figures());
        result.put("counts", journal.counts());
        Path file = options.out().resolve("sweep.json");
        Files.write(file, Json.write(result));
        return new Result(faults, journal.figures(), journal.counts());
    }

    private List<String> sweep(World world) throws Exception {
        Random random = new Random(options.seed());
        Calm calm = new Calm(world, journal);
        try {
            Cuts cuts = new Cuts(world, journal, new Random(random.nextLong()));
            cuts.calibrate();
            cuts.run(options.cuts());
            calm.settle("the last cut");
            journal.say("cuts done");
            CopyAsker asker = world.asker();
            new Storm(world, journal, calm, asker, new Random(random.nextLong())).run(options.rounds());
            return Judgement.of(world, journal, asker);
        } catch (Unkept e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            world.saveLogs();
            throw e;
        }
    }
}
