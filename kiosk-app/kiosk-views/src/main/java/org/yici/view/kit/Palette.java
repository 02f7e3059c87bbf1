package org.yici.view.kit;

import java.awt.Color;

/** The colours of the one theme. Every pair of text and ground in use has a contrast of at least 4.5 (tested). */
public final class Palette {
    public static final Color GROUND = new Color(0xF3F6FA);
    public static final Color SURFACE = new Color(0xFFFFFF);
    public static final Color TEXT = new Color(0x14202E);
    public static final Color QUIET = new Color(0x4A5A6C);
    /** Ground of what cannot be had. */
    public static final Color CLOSED = new Color(0xE7ECF2);

    public static final Color LINE = new Color(0xDCE4ED);
    /** Edge of what can be touched; at least 3 against ground and surface. */
    public static final Color EDGE = new Color(0x7F90A3);

    public static final Color PRIMARY = new Color(0x0B57A4);
    public static final Color PRIMARY_DEEP = new Color(0x084580);
    public static final Color PRIMARY_TINT = new Color(0xE6EFF9);
    /** The official seal only. */
    public static final Color SEAL = new Color(0xC8102E);

    public static final Color GOOD = new Color(0x12714A);
    public static final Color GOOD_TINT = new Color(0xE3F3EB);
    public static final Color WARNING = new Color(0x8A5000);
    public static final Color WARNING_TINT = new Color(0xFDF3E0);
    public static final Color BAD = new Color(0xB3261E);
    public static final Color BAD_TINT = new Color(0xFBEAE8);

    private Palette() {}

    /** {@code color} with {@code alpha} from 0 to 1. */
    public static Color alpha(Color color, double alpha) {
        int a = (int) Math.round(255 * Math.max(0, Math.min(1, alpha)));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), a);
    }

    /** WCAG 2 contrast of two opaque colours, 1 to 21. */
    public static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
