package org.yici.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yici.check.rig.Unmet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects steps, says them as they come, and leaves {@code check.json} after each. */
final class Report {
    private final Path folder;
    private final List<Step> steps = new ArrayList<>();

    Report(Path folder) {
        this.folder = folder;
    }

    /** What a step does: asserts, and tells what was seen. */
    interface Act {
        String run() throws Exception;
    }

    /** Where a step's picture comes from. */
    interface Camera {
        byte[] shoot() throws Exception;
    }

    /** Runs one step; false if it did not come as it should. */
    boolean step(String name, Camera camera, Act act) {
        long began = System.nanoTime();
        String seen;
        boolean ok = true;
        try {
            seen = act.run();
        } catch (Exception e) {
            ok = false;
            seen = e instanceof Unmet ? String.valueOf(e.getMessage()) : e.toString();
        }
        String picture = String.format("%02d-%s.png", steps.size() + 1, name.replace(' ', '-'));
        try {
            Files.write(folder.resolve(picture), camera.shoot());
        } catch (Exception e) {
            picture = "";
        }
        double seconds = Math.round((System.nanoTime() - began) / 1e8) / 10.0;
        steps.add(new Step(name, ok, seen, picture, seconds));
        System.out.printf("%s %2d %s (%.1f s): %s%n", ok ? "ok  " : "FAIL", steps.size(), name, seconds, seen);
        save();
        return ok;
    }

    boolean allOk() {
        return steps.stream().allMatch(Step::ok);
    }

    int passed() {
        return (int) steps.stream().filter(Step::ok).count();
    }

    int failed() {
        return steps.size() - passed();
    }

    private void save() {
        try {
            byte[] json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsBytes(steps);
            Files.write(folder.resolve("check.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
