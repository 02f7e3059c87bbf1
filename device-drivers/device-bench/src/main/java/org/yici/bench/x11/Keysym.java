package org.yici.bench.x11;

import java.util.Map;
import java.util.Optional;

/** The X11 symbols of the keys that a browser names ({@code KeyboardEvent.key}): printable ASCII and a few others. */
public final class Keysym {
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("Enter", 0xFF0D),
            Map.entry("Tab", 0xFF09),
            Map.entry("Escape", 0xFF1B),
            Map.entry("Backspace", 0xFF08),
            Map.entry("Delete", 0xFFFF),
            Map.entry("Home", 0xFF50),
            Map.entry("ArrowLeft", 0xFF51),
            Map.entry("ArrowUp", 0xFF52),
            Map.entry("ArrowRight", 0xFF53),
            Map.entry("ArrowDown", 0xFF54),
            Map.entry("PageUp", 0xFF55),
            Map.entry("PageDown", 0xFF56),
            Map.entry("End", 0xFF57));

    private Keysym() {}

    public static Optional<Integer> of(String key) {
        if (key.length() == 1 && key.charAt(0) >= ' ' && key.charAt(0) <= '~') {
            return Optional.of((int) key.charAt(0));
        }
        return Optional.ofNullable(NAMED.get(key));
    }
}
