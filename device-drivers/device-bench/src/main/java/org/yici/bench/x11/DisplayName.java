package org.yici.bench.x11;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A display of this machine, as {@code DISPLAY} names it: {@code :77} or {@code :77.0}. */
public record DisplayName(int number) {
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d{1,5})(?:\\.\\d+)?");

    /** Empty: not a display of this machine. */
    public static Optional<DisplayName> parse(String display) {
        Matcher matcher = LOCAL.matcher(display);
        return matcher.matches() ? Optional.of(new DisplayName(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    Path socket() {
        return Path.of("/tmp/.X11-unix/X" + number);
    }
}
