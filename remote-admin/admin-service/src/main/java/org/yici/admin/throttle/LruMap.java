package org.yici.admin.throttle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A map with a bound: what was not asked for for the longest time is forgotten. Thread-safe. */
public final class LruMap<K, V> {
    private final Map<K, V> values;

    public LruMap(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of {@code key}, made now if there is none. */
    public synchronized V get(K key, Supplier<V> fresh) {
        return values.computeIfAbsent(key, unused -> fresh.get());
    }
}
