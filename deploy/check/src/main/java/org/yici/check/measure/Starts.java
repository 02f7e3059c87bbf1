package org.yici.check.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;
import tools.jackson.databind.JsonNode;

/** From the start of a session's process to READY=1, behind the one in front: the keeper starts again what was killed. */
final class Starts {
    private static final Duration START = Duration.ofSeconds(60);
    private static final long BETWEEN_MS = 5;

    private final Rig rig;
    private final boolean archive;
    private final Times ready = new Times();
    private final Times cpu = new Times();

    Starts(Rig rig, boolean archive) {
        this.rig = rig;
        this.archive = archive;
    }

    void once() throws IOException, InterruptedException {
        Walk.bothStand(rig);
        String behind = behind();
        int before = rig.keeper().starts(behind);
        rig.keeper().kill(behind);
        long until = System.nanoTime() + START.toNanos();
        JsonNode one = rig.keeper().programs().path(behind);
        while (one.path("starts").asInt() == before || !one.path("ready").asBoolean(false)) {
            if (System.nanoTime() > until) {
                throw new Unmet(behind + " was not ready within " + START);
            }
            Thread.sleep(BETWEEN_MS);
            one = rig.keeper().programs().path(behind);
        }
        Optional<Double> age = Proc.age(one.path("pid").asLong());
        Optional<Double> used = Proc.javaOf(one.path("pid").asLong()).flatMap(Proc::cpu);
        ready.add(age.orElseThrow() * 1000);
        cpu.add(used.orElseThrow() * 1000);
    }

    /** The younger of the two. */
    private String behind() throws IOException {
        JsonNode programs = rig.keeper().programs();
        double one = Proc.age(programs.path("session-1").path("pid").asLong()).orElse(0.0);
        double two = Proc.age(programs.path("session-2").path("pid").asLong()).orElse(0.0);
        return one < two ? "session-1" : "session-2";
    }

    Times cpu() {
        return cpu;
    }

    Row row() {
        return new Row(
                archive ? "start" : "start-bare",
                "start of a session's process → ready behind, " + (archive ? "with" : "without")
                        + " an archive of its classes, " + ready.count() + " times",
                ready + " ms",
                archive ? "≤ 1500 ms" : "–",
                !archive || ready.median() <= 1500,
                "processor time until ready, median / p95 / max: " + cpu + " ms",
                Map.of("readyMs", ready.all(), "cpuMs", cpu.all()));
    }
}
