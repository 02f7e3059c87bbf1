package org.yici.paper.certificate;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** The straight lines that a page is ruled with, such as the borders of a table's cells. */
final class RuledLines extends PDFGraphicsStreamEngine {
    /** Thicker, it is an area such as a cell's ground; shorter, it may be part of a letter of the seal. In points. */
    private static final double THICKEST = 3;

    private static final double SHORTEST = 14;

    private final double height;
    private final List<Rectangle2D> lines = new ArrayList<>();
    private final List<Rectangle2D> path = new ArrayList<>();
    private Point2D current = new Point2D.Double();

    private RuledLines(PDPage page) {
        super(page);
        height = page.getMediaBox().getHeight();
    }

    /** Each as an area without its thickness, in points from the upper left corner. */
    static List<Rectangle2D> of(PDPage page) throws IOException {
        RuledLines ruled = new RuledLines(page);
        ruled.processPage(page);
        return ruled.lines;
    }

    private void add(double x1, double y1, double x2, double y2) {
        double width = Math.abs(x2 - x1);
        double tall = Math.abs(y2 - y1);
        if (Math.min(width, tall) <= THICKEST && Math.max(width, tall) >= SHORTEST) {
            // A line without thickness would intersect nothing.
            path.add(new Rectangle2D.Double(
                    Math.min(x1, x2), height - Math.max(y1, y2), Math.max(width, 0.1), Math.max(tall, 0.1)));
        }
    }

    private void draw() {
        lines.addAll(path);
        path.clear();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        double right = Math.max(p0.getX(), p2.getX());
        double left = Math.min(p0.getX(), p2.getX());
        double top = Math.max(p0.getY(), p2.getY());
        double bottom = Math.min(p0.getY(), p2.getY());
        add(left, bottom, right, top);
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Double(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        add(current.getX(), current.getY(), x, y);
        current = new Point2D.Double(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Double(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void strokePath() {
        draw();
    }

    @Override
    public void fillPath(int windingRule) {
        draw();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        draw();
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void closePath() {
        // Its last side is short or was drawn.
    }

    @Override
    public void clip(int windingRule) {
        // A clip draws nothing.
    }

    @Override
    public void drawImage(PDImage image) {
        // A picture is no line.
    }

    @Override
    public void shadingFill(COSName shading) {
        // A shading is no line.
    }
}
