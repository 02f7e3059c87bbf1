package org.yici.check.residue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which needles were found, how often, and where the first few times. */
final class Hits {
    private static final int PLACES = 4;

    private final Map<Integer, Hit> hits = new TreeMap<>();

    /** One needle that was found. */
    static final class Hit {
        private final int needle;
        private final List<String> where = new ArrayList<>();
        private int count;

        private Hit(int needle) {
            this.needle = needle;
        }

        public int needle() {
            return needle;
        }

        public int count() {
            return count;
        }

        public List<String> where() {
            return List.copyOf(where);
        }
    }

    void add(int needle, String name, long address) {
        Hit hit = hits.computeIfAbsent(needle, Hit::new);
        hit.count++;
        if (hit.where.size() < PLACES) {
            hit.where.add(name + " @ 0x" + Long.toHexString(address));
        }
    }

    List<Hit> all() {
        return List.copyOf(hits.values());
    }
}
