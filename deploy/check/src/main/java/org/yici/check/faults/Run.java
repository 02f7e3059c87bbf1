package org.yici.check.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yici.check.rig.Journey;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plays cells one after the other on one demo, and writes what came of them after each. */
final class Run {
    private static final Duration STARTS = Duration.ofSeconds(180);

    private final Rig rig;
    private final Path out;
    private final List<Result> results = new ArrayList<>();

    Run(Rig rig, Path out) {
        this.rig = rig;
        this.out = out;
    }

    /** @param next whether another citizen comes afterwards */
    void play(Cell cell, boolean next) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Pictures pictures = new Pictures(out, String.format("%02d", results.size() + 1));
        Course course = new Course(rig, pictures);
        String wrong = "";
        try {
            ready();
            Books books = new Books(rig);
            cell.story().play(course);
            course.mendAll();
            books.check(course.copies(), course.greeted());
            if (next) {
                nextCitizen();
            }
        } catch (Unmet | IOException e) {
            wrong = e instanceof Unmet ? String.valueOf(e.getMessage()) : e.toString();
            failed(course, pictures);
        }
        double seconds = Math.round((System.nanoTime() - began) / 1e8) / 10.0;
        Result result = new Result(
                cell.table(),
                cell.name(),
                wrong.isEmpty(),
                course.seen(),
                course.copies(),
                wrong,
                pictures.names(),
                seconds);
        results.add(result);
        tell(result);
        save();
    }

    private void ready() throws IOException, InterruptedException {
        Rig.until(
                this::everythingRuns,
                STARTS,
                () -> "not all programs are up: " + rig.ready().keeper());
        rig.rows().until("SELECT online FROM terminal_state", "t"::equals, 120);
        rig.glass().sees("请把身份证放在感应区", "现在可以办理");
    }

    private boolean everythingRuns() throws IOException {
        for (JsonNode program : rig.keeper().programs()) {
            if (!program.path("ready").asBoolean(false)) {
                return false;
            }
        }
        return true;
    }

    /** A whole certificate, from the card to the paper. */
    private void nextCitizen() throws IOException, InterruptedException {
        ready();
        Books books = new Books(rig);
        new Journey(rig).toItsEnd();
        books.check(List.of("DELIVERED"), 1);
        books.sheets(1);
    }

    /** What was there instead, and then a terminal that the next cell can begin with. */
    private void failed(Course course, Pictures pictures) throws InterruptedException {
        try {
            pictures.take(rig.bench().screen(), rig.glass().now().all());
            course.mendAll();
            rig.bench().takePaper();
            if (rig.bench().cardLies()) {
                rig.bench().take();
            }
            rig.glass().now().program().ifPresent(this::kill);
            course.journey().away();
        } catch (IOException | Unmet e) {
            System.out.println("     the terminal does not come back by itself: " + e.getMessage());
        }
    }

    private void kill(String program) {
        try {
            rig.keeper().kill(program);
        } catch (IOException | Unmet e) {
            System.out.println("     " + e.getMessage());
        }
    }

    private void tell(Result result) {
        System.out.printf(
                "%s %2d %s: %s (%.1f s): %s%n",
                result.ok() ? "ok  " : "FAIL",
                results.size(),
                result.table(),
                result.cell(),
                result.seconds(),
                result.ok() ? String.join(" → ", result.seen()) : result.wrong());
    }

    private void save() throws IOException {
        Files.write(
                out.resolve("result.json"),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsBytes(results));
    }

    long failed() {
        return results.stream().filter(result -> !result.ok()).count();
    }

    int played() {
        return results.size();
    }
}
