package org.yici.bench.fault;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All switches, in the order in which the page shows them. Any thread. */
public final class Faults {
    private final Map<String, Fault> byName = new LinkedHashMap<>();
    private final Runnable changed;

    /**
     * @param changed called after a switch was moved
     */
    public Faults(List<Fault> faults, Runnable changed) {
        faults.forEach(fault -> byName.put(fault.name(), fault));
        this.changed = changed;
    }

    /** False: no switch has this name. */
    public boolean set(String name, boolean on) throws IOException {
        Fault fault = byName.get(name);
        if (fault == null) {
            return false;
        }
        fault.setter().set(on);
        changed.run();
        return true;
    }

    /** Which are on. */
    public Map<String, Boolean> state() {
        Map<String, Boolean> state = new LinkedHashMap<>();
        byName.forEach((name, fault) -> state.put(name, fault.isOn().getAsBoolean()));
        return state;
    }
}
