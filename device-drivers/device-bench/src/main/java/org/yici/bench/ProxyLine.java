package org.yici.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line through the bench: {@code service=8444:8443}.
 *
 * @param port where the bench listens, 0 for a free one
 * @param target where it passes on to
 */
public record ProxyLine(String name, int port, int target) {
    private static final Pattern FORM = Pattern.compile("([a-z]+)=(\\d{1,5}):(\\d{1,5})");

    static ProxyLine parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a proxy is NAME=PORT:TARGET, not '" + text + "'");
        }
        return new ProxyLine(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }
}
