package org.yici.check.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;
import tools.jackson.databind.JsonNode;

/** What the centre has on record, held against what happened and what really came out of the printer. */
final class Books {
    private static final Duration ARRIVE = Duration.ofSeconds(120);

    private final Rig rig;
    private final Set<String> copiesBefore;
    private final int greetedBefore;
    private final int sheetsBefore;

    /** The books as they are now; what comes later is looked at. */
    Books(Rig rig) throws IOException, InterruptedException {
        this.rig = rig;
        this.copiesBefore = new TreeSet<>(rows("SELECT copy_id FROM certificate_copy"));
        this.greetedBefore = count("CARD_READ");
        this.sheetsBefore = sheetsOut();
    }

    /** The truth of the far end: all sheets that ever came out. */
    private int sheetsOut() throws IOException, InterruptedException {
        int out = 0;
        for (JsonNode job : rig.bench().json("api/jobs")) {
            out += job.path("printed").asInt();
        }
        return out;
    }

    /** So many sheets came out of the printer since, whomever they belong to. */
    void sheets(int expected) throws IOException, InterruptedException {
        int out = sheetsOut() - sheetsBefore;
        if (out != expected) {
            throw new Unmet(out + " sheets came out instead of " + expected);
        }
    }

    private List<String> rows(String sql) throws IOException, InterruptedException {
        String answer = rig.rows().ask(sql);
        return answer.isEmpty() ? List.of() : Arrays.asList(answer.split("\n", -1));
    }

    /** How many events of this code are on record. */
    int count(String code) throws IOException, InterruptedException {
        return Integer.parseInt(rig.rows().ask("SELECT count(*) FROM session_event WHERE code = '" + code + "'"));
    }

    /** Nothing is lost and nothing was invented: copies with these outcomes, sheets that fit them, each greeting told once. */
    void check(List<String> outcomes, int greeted) throws IOException, InterruptedException {
        List<String> expected = outcomes.stream().sorted().toList();
        Rig.until(
                () -> outcomes().equals(expected) && count("CARD_READ") - greetedBefore == greeted,
                ARRIVE,
                () -> "in the books " + told() + "; should be copies " + expected + " and " + greeted + " greeted");
        for (String row : rows("SELECT copy_id, coalesce(outcome, '-'), sheets FROM certificate_copy")) {
            String[] fields = row.split("\\|", -1);
            if (!copiesBefore.contains(fields[0])) {
                sheetsFit(fields[0], fields[1], Integer.parseInt(fields[2]));
            }
        }
        none("SELECT key FROM entry WHERE result = 'QUARANTINED'", "quarantined");
        none("SELECT key FROM entry_conflict", "in conflict");
        none(
                "SELECT certificate, copy_number FROM certificate_copy GROUP BY 1, 2 HAVING count(*) > 1",
                "copy numbers given twice");
    }

    private List<String> outcomes() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (String row : rows("SELECT copy_id, coalesce(outcome, '-') FROM certificate_copy")) {
            String[] fields = row.split("\\|", -1);
            if (!copiesBefore.contains(fields[0])) {
                found.add(fields[1]);
            }
        }
        return found.stream().sorted().toList();
    }

    private String told() {
        try {
            return "are copies " + outcomes() + " and " + (count("CARD_READ") - greetedBefore) + " greeted";
        } catch (IOException e) {
            return "is nothing to be read: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "is nothing to be read";
        }
    }

    /** The truth of the far end: never more sheets than the copy has, all of them where it says so, none where it says none. */
    private void sheetsFit(String copy, String outcome, int sheets) throws IOException, InterruptedException {
        List<Integer> printed = new ArrayList<>();
        for (JsonNode job : rig.bench().json("api/jobs")) {
            if (job.path("name").asString("").equals(copy)) {
                printed.add(job.path("printed").asInt());
            }
        }
        int out = printed.stream().mapToInt(Integer::intValue).sum();
        boolean fits =
                switch (outcome) {
                    case "DELIVERED" -> out == sheets;
                    case "UNCERTAIN" -> out <= sheets;
                    case "PARTIAL" -> out < sheets;
                    default -> out == 0;
                };
        if (!fits || printed.size() > 1) {
            throw new Unmet(
                    "copy " + copy + " of " + sheets + " sheet(s) is " + outcome + ", and its jobs let out " + printed);
        }
    }

    private void none(String sql, String what) throws IOException, InterruptedException {
        List<String> found = rows(sql);
        if (!found.isEmpty()) {
            throw new Unmet(found.stream().collect(Collectors.joining(", ", what + ": ", "")));
        }
    }
}
