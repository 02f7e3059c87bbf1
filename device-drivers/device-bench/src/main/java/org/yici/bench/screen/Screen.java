package org.yici.bench.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.x11.Display;
import org.yici.bench.x11.DisplayName;

/**
 * The kiosk's screen, watched: finds it when it comes, notices when it goes, and tells which parts changed. No pixel is
 * looked at while nobody watches. Any thread; watchers are called on the screen's own thread and must not block.
 */
public final class Screen implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Screen.class);
    private static final long RETRY_NANOS = 300_000_000;

    /** A changed part of the screen: where its upper left corner is, and a PNG file. */
    public record Patch(int x, int y, byte[] png) {}

    /** How the screen is, for the page. {@code kind} is "frame-buffer", "x11" or "none". */
    public record Status(boolean available, int width, int height, String kind) {
        static final Status NONE = new Status(false, 0, 0, "none");
    }

    /** Sees the changes. */
    public interface Watcher {
        void changed(List<Patch> patches);
    }

    private final Optional<Path> file;
    private final Optional<DisplayName> display;
    private final Optional<Path> authority;
    private final Runnable changed;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::watch, "bench-screen");
    private volatile boolean running = true;
    private volatile Status status = Status.NONE;
    private volatile boolean whole;
    private String complaint = "";
    private @Nullable PixelSource source;
    private @Nullable Frame before;

    /**
     * Begins to look for the screen.
     *
     * @param file the frame buffer of {@code Xvfb -fbdir}; without one, or while it cannot be read, the X server is asked
     * @param display the X server; empty: there is none to ask
     * @param authority the file with its cookie
     * @param changed called when the screen came or went, on the screen's thread
     */
    public Screen(Optional<Path> file, Optional<DisplayName> display, Optional<Path> authority, Runnable changed) {
        this.file = file;
        this.display = display;
        this.authority = authority;
        this.changed = changed;
        thread.setDaemon(true);
        if (file.isPresent() || display.isPresent()) {
            thread.start();
        }
    }

    public Status status() {
        return status;
    }

    /** The whole screen now, as a PNG file. Empty: it is not there. */
    public Optional<byte[]> picture() {
        try (PixelSource fresh = open()) {
            Frame frame = fresh.frame();
            return Optional.of(Png.of(frame, new Area(0, 0, frame.width(), frame.height())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Adds a watcher; all watchers get the whole screen next. */
    public void add(Watcher watcher) {
        watchers.add(watcher);
        repaint();
    }

    public void remove(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** Sends the whole screen next. */
    public void repaint() {
        whole = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (running) {
            long began = System.nanoTime();
            long pause = RETRY_NANOS;
            try {
                pause = look();
            } catch (IOException | InternalError e) {
                // An InternalError is what reading a mapped file gives after the file was cut short.
                gone(e);
            }
            LockSupport.parkNanos(pause - (System.nanoTime() - began));
        }
    }

    /** One look at the screen. Returns how long to wait for the next. */
    private long look() throws IOException {
        if (source == null) {
            source = open();
            before = null;
        }
        if (watchers.isEmpty()) {
            source.check();
        } else {
            compare(source.frame());
        }
        status(new Status(true, source.width(), source.height(), source.kind()));
        return 1_000_000_000L / source.framesPerSecond();
    }

    private void compare(Frame now) {
        Frame last = whole ? null : before;
        whole = false;
        if (last != null && !Difference.isAny(last, now)) {
            return;
        }
        // Copied before it is compared in detail: what changes in between must be found the next time.
        Frame still = now.still();
        before = still;
        List<Patch> patches = areas(last, still).stream()
                .map(area -> new Patch(area.x(), area.y(), Png.of(still, area)))
                .toList();
        watchers.forEach(watcher -> watcher.changed(patches));
    }

    private static List<Area> areas(@Nullable Frame last, Frame now) {
        return last == null ? List.of(new Area(0, 0, now.width(), now.height())) : Difference.between(last, now);
    }

    private PixelSource open() throws IOException {
        if (file.isPresent() && Files.isReadable(file.get())) {
            return new FrameBufferFile(file.get());
        }
        if (display.isPresent()) {
            return new RootWindow(Display.open(display.get(), authority));
        }
        throw new IOException("no screen at " + file.map(Path::toString).orElse("any display"));
    }

    private void gone(Throwable why) {
        String said = String.valueOf(why.getMessage());
        if (!said.equals(complaint)) {
            complaint = said;
            LOG.info("No screen: {}", said);
        }
        PixelSource last = source;
        source = null;
        before = null;
        status(Status.NONE);
        if (last != null) {
            try {
                last.close();
            } catch (IOException e) {
                LOG.debug("closing: {}", e.getMessage());
            }
        }
    }

    private void status(Status now) {
        if (!now.equals(status)) {
            status = now;
            changed.run();
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }
}
