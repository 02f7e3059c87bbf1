package org.yici.bench.web;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.yici.bench.screen.Screen;

/** Tells the open pages what changed: the state when it differs from what they have, the screen patch by patch. */
final class Publisher implements AutoCloseable {
    private static final long BREATH_MILLIS = 40;

    private final Hardware hardware;
    private final Signal changed;
    private final EventStream events = new EventStream(this::everythingAnew);
    private final Screen.Watcher watcher = this::send;
    private final Thread thread = new Thread(this::publish, "bench-state");
    private volatile String sent = "";

    Publisher(Hardware hardware, Signal changed) {
        this.hardware = hardware;
        this.changed = changed;
        thread.setDaemon(true);
        thread.start();
    }

    EventStream events() {
        return events;
    }

    private void everythingAnew() {
        sent = "";
        hardware.screen().remove(watcher);
        hardware.screen().add(watcher);
        changed.run();
    }

    private void send(List<Screen.Patch> patches) {
        if (!events.hasPages()) {
            hardware.screen().remove(watcher);
            return;
        }
        events.send("screen", patches.stream().map(Publisher::json).toList());
    }

    private static Map<String, Object> json(Screen.Patch patch) {
        return Map.of("x", patch.x(), "y", patch.y(), "png", Base64.getEncoder().encodeToString(patch.png()));
    }

    private void publish() {
        try {
            while (true) {
                changed.await();
                StateView state = StateView.of(hardware);
                String now = Answers.JSON.writeValueAsString(state);
                if (!now.equals(sent)) {
                    sent = now;
                    events.send("state", state);
                }
                Thread.sleep(BREATH_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
