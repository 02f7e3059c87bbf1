package org.yici.bench.screen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.x11.Display;
import org.yici.bench.x11.DisplayName;
import org.yici.bench.x11.Keysym;

/** Touches the screen and types, through the X server's XTEST. Any thread; connects anew when the server has changed. */
public final class Finger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Finger.class);

    /** How long a finger rests on the glass: short for a person, long enough for every toolkit. */
    private static final long TAP_NANOS = 60_000_000;

    /** What a finger does. */
    public enum Act {
        TAP,
        DOWN,
        MOVE,
        UP
    }

    private final Optional<DisplayName> name;
    private final Optional<Path> authority;
    private @Nullable Display display;

    public Finger(Optional<DisplayName> name, Optional<Path> authority) {
        this.name = name;
        this.authority = authority;
    }

    private interface Gesture {
        boolean make(Display display) throws IOException;
    }

    /** False: there is no screen to touch. Coordinates are pixels of the screen. */
    public synchronized boolean touch(int x, int y, Act act) {
        return make(display -> {
            display.move(x, y);
            if (act == Act.TAP || act == Act.DOWN) {
                display.button(true);
            }
            if (act == Act.TAP) {
                LockSupport.parkNanos(TAP_NANOS);
            }
            if (act == Act.TAP || act == Act.UP) {
                display.button(false);
            }
            return true;
        });
    }

    /** Types one key as the browser names it. False: no such key, or no screen. */
    public synchronized boolean type(String key) {
        Optional<Integer> keysym = Keysym.of(key);
        return keysym.isPresent() && make(display -> display.type(keysym.get()));
    }

    /** The connection may be to a server that has ended since: then once more on a fresh one. */
    private boolean make(Gesture gesture) {
        boolean fresh = display == null;
        try {
            return gesture.make(connected());
        } catch (IOException e) {
            close();
            if (!fresh) {
                return make(gesture);
            }
            LOG.info("The screen cannot be touched: {}", e.getMessage());
            return false;
        }
    }

    private Display connected() throws IOException {
        if (display == null) {
            display = Display.open(name.orElseThrow(() -> new IOException("no display")), authority);
        }
        return display;
    }

    @Override
    public synchronized void close() {
        try {
            if (display != null) {
                display.close();
            }
        } catch (IOException e) {
            LOG.debug("closing: {}", e.getMessage());
        }
        display = null;
    }
}
