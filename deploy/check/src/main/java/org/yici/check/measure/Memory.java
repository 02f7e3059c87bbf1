package org.yici.check.measure;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;

/** What agent and sessions have of the machine's memory, as proportional shares. */
final class Memory {
    private static final double GOAL_MIB = 350;

    private Memory() {}

    static Row row(Rig rig, String when) throws IOException {
        Map<String, Object> each = new HashMap<>();
        double sum = 0;
        StringBuilder parts = new StringBuilder();
        for (String name : new String[] {"agent", "session-1", "session-2"}) {
            long kept = rig.keeper().programs().path(name).path("pid").asLong();
            double pss = Proc.pss(Proc.javaOf(kept).orElseThrow(() -> new Unmet(name + " is not running")));
            each.put(name, Math.round(pss));
            sum += pss;
            parts.append(parts.length() == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%s %.0f", name, pss));
        }
        return new Row(
                "memory",
                "memory of agent and two sessions (PSS), " + when,
                String.format(Locale.ROOT, "%.0f MiB", sum),
                "≤ 350 MiB",
                sum <= GOAL_MIB,
                parts.toString(),
                each);
    }
}
