package org.yici.bench.screen;

import java.io.IOException;
import org.yici.bench.x11.Display;

/** Pictures asked of the X server itself: for a real display, which has no file. */
final class RootWindow implements PixelSource {
    private final Display display;

    RootWindow(Display display) {
        this.display = display;
    }

    @Override
    public int width() {
        return display.width();
    }

    @Override
    public int height() {
        return display.height();
    }

    @Override
    public void check() throws IOException {
        display.check();
    }

    @Override
    public Frame frame() throws IOException {
        return new Frame(display.width(), display.height(), display.width() * 4, display.capture());
    }

    @Override
    public String kind() {
        return "x11";
    }

    @Override
    public int framesPerSecond() {
        return 5;
    }

    @Override
    public void close() throws IOException {
        display.close();
    }
}
