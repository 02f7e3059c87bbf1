package org.yici.bench.printer;

import java.util.Arrays;
import java.util.Optional;

/** The paper that is loaded, by its self-describing name (PWG 5101.1) and with the tray in which it lies. Millimetres. */
public enum Medium {
    A4("iso_a4_210x297mm", 210, 297, "tray-1"),
    A5("iso_a5_148x210mm", 148, 210, "tray-2");

    private final String keyword;
    private final int width;
    private final int height;
    private final String tray;

    Medium(String keyword, int width, int height, String tray) {
        this.keyword = keyword;
        this.width = width;
        this.height = height;
        this.tray = tray;
    }

    public String keyword() {
        return keyword;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The keyword of {@code media-source}, PWG 5100.7. */
    public String tray() {
        return tray;
    }

    public static Optional<Medium> of(String keyword) {
        return Arrays.stream(values())
                .filter(medium -> medium.keyword.equals(keyword))
                .findFirst();
    }
}
