package org.yici.view.kit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** The things that pictures show: a card as the resident ID card looks from afar, and a sheet with a seal. */
public final class Illustrations {
    private static final Color CARD_LIGHT = new Color(0xF4F9FF);
    private static final Color CARD_BLUE = new Color(0xCFE3F5);
    private static final Color INK = new Color(0x9DB4CB);
    private static final Color GOLD = new Color(0xE3C77E);
    private static final Color GOLD_EDGE = new Color(0xA98B3F);
    private static final Color SKIN = new Color(0xB9CCDF);

    /** Height of a card by its width, ISO/IEC 7810 ID-1. */
    public static final double CARD_RATIO = 53.98 / 85.6;

    private Illustrations() {}

    /** A card with its upper left corner at 0, 0. */
    public static void card(Graphics2D g, double width) {
        double height = width * CARD_RATIO;
        double corner = width * 0.045;
        g.setPaint(new GradientPaint(0, 0, CARD_LIGHT, (float) width, (float) height, CARD_BLUE));
        g.fill(Shapes.rounded(0, 0, width, height, corner));
        g.setColor(Palette.alpha(Palette.PRIMARY, 0.35));
        g.setStroke(new BasicStroke((float) (width * 0.006)));
        g.draw(Shapes.rounded(0, 0, width, height, corner));
        g.setColor(INK);
        double[][] lines = {{0.09, 0.16, 0.26}, {0.09, 0.31, 0.40}, {0.09, 0.46, 0.44}, {0.09, 0.56, 0.36}};
        for (double[] line : lines) {
            g.fill(Shapes.rounded(width * line[0], height * line[1], width * line[2], height * 0.045, height * 0.022));
        }
        g.setColor(Palette.alpha(Palette.PRIMARY, 0.55));
        g.fill(Shapes.rounded(width * 0.09, height * 0.80, width * 0.56, height * 0.055, height * 0.027));
        person(g, width * 0.65, height * 0.14, width * 0.26, height * 0.56);
    }

    /** A card with a chip, upright with the chip ahead, its upper left corner at 0, 0; {@code width} is its shorter side. */
    public static void chipCard(Graphics2D g, double width) {
        double length = width / CARD_RATIO;
        double corner = length * 0.045;
        g.setPaint(new GradientPaint(0, 0, CARD_LIGHT, (float) width, (float) length, CARD_BLUE));
        g.fill(Shapes.rounded(0, 0, width, length, corner));
        g.setColor(Palette.alpha(Palette.PRIMARY, 0.35));
        g.setStroke(new BasicStroke((float) (length * 0.006)));
        g.draw(Shapes.rounded(0, 0, width, length, corner));
        chip(g, width * 0.36, length * 0.13, width * 0.28);
        g.setColor(INK);
        for (double at : new double[] {0.56, 0.64, 0.72}) {
            g.fill(Shapes.rounded(width * 0.14, length * at, width * (at == 0.72 ? 0.4 : 0.6), 10, 5));
        }
        g.setColor(Palette.alpha(Palette.PRIMARY, 0.55));
        g.fill(Shapes.rounded(width * 0.14, length * 0.85, width * 0.72, 12, 6));
    }

    private static void chip(Graphics2D g, double x, double y, double side) {
        g.setColor(GOLD);
        g.fill(Shapes.rounded(x, y, side, side, side * 0.16));
        g.setColor(GOLD_EDGE);
        g.setStroke(new BasicStroke((float) (side * 0.035)));
        g.draw(Shapes.rounded(x, y, side, side, side * 0.16));
        for (double at : new double[] {0.33, 0.67}) {
            g.draw(new Line2D.Double(x, y + side * at, x + side * 0.32, y + side * at));
            g.draw(new Line2D.Double(x + side * 0.68, y + side * at, x + side, y + side * at));
        }
        g.draw(Shapes.rounded(x + side * 0.32, y + side * 0.2, side * 0.36, side * 0.6, side * 0.08));
    }

    private static void person(Graphics2D g, double x, double y, double width, double height) {
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(Shapes.rounded(x, y, width, height, width * 0.06));
        inside.setColor(Palette.SURFACE);
        inside.fill(Shapes.rounded(x, y, width, height, width * 0.06));
        inside.setColor(SKIN);
        inside.fill(new Ellipse2D.Double(x + width * 0.31, y + height * 0.2, width * 0.38, height * 0.36));
        inside.fill(new Ellipse2D.Double(x + width * 0.12, y + height * 0.64, width * 0.76, height * 0.7));
        inside.dispose();
    }

    /** A sheet with title, lines and a red seal, its upper left corner at 0, 0. */
    public static void sheet(Graphics2D g, double width, double height) {
        g.setColor(Palette.SURFACE);
        g.fill(Shapes.rounded(0, 0, width, height, width * 0.02));
        g.setColor(Palette.alpha(Palette.QUIET, 0.25));
        g.setStroke(new BasicStroke((float) (width * 0.006)));
        g.draw(Shapes.rounded(0, 0, width, height, width * 0.02));
        g.setColor(Palette.alpha(Palette.TEXT, 0.7));
        g.fill(Shapes.rounded(width * 0.27, height * 0.12, width * 0.46, height * 0.035, height * 0.017));
        g.setColor(INK);
        double[] lengths = {0.7, 0.7, 0.7, 0.42};
        for (int i = 0; i < lengths.length; i++) {
            g.fill(Shapes.rounded(
                    width * 0.15, height * (0.25 + i * 0.085), width * lengths[i], height * 0.02, height * 0.01));
        }
        seal(g, width * 0.68, height * 0.76, width * 0.13);
    }

    /** A round seal around {@code x}, {@code y}. */
    static void seal(Graphics2D g, double x, double y, double radius) {
        g.setColor(Palette.alpha(Palette.SEAL, 0.85));
        g.setStroke(new BasicStroke((float) (radius * 0.13)));
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            double r = radius * (i % 2 == 0 ? 0.5 : 0.2);
            double px = x + r * Math.cos(angle);
            double py = y + r * Math.sin(angle);
            if (i == 0) {
                star.moveTo(px, py);
            } else {
                star.lineTo(px, py);
            }
        }
        star.closePath();
        g.fill(star);
    }
}
