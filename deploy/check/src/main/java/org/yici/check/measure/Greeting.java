package org.yici.check.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.yici.check.rig.Rig;
import tools.jackson.databind.JsonNode;

/**
 * From the reader's answer that a card is there to the greeting, against a bare loop that reads the same card on the same wire. What
 * passes until somebody asks the reader is in neither.
 */
final class Greeting {
    private static final double FRAME_MS = 1000.0 / 60;
    private static final double MOST = 1.10;

    private final Rig rig;
    private final Walk walk;
    private final Times product = new Times();
    private final Times bare = new Times();

    Greeting(Rig rig, Walk walk) {
        this.rig = rig;
        this.walk = walk;
    }

    void once() throws IOException, InterruptedException {
        walk.bothReady();
        rig.bench().lay(Walk.PERSON);
        long painted = walk.sees(Walk.Step.GREETED);
        product.add((painted - found()) / 1e6);
        walk.end();
        walk.leave();
    }

    /** Reads {@code times} cards with nothing but the wire; the sessions are kept away meanwhile. */
    void barely(int times) throws IOException, InterruptedException {
        rig.keeper().hold("session-1");
        rig.keeper().hold("session-2");
        try (BareLoop loop = new BareLoop(
                Path.of(rig.bench().state().path("reader").path("link").asString("")))) {
            for (int i = 0; i < times; i++) {
                rig.bench().lay(Walk.PERSON);
                long read = loop.readsCard(Duration.ofSeconds(20));
                bare.add((read - found()) / 1e6);
                rig.bench().take();
            }
        } finally {
            rig.keeper().release("session-1");
            rig.keeper().release("session-2");
        }
    }

    private long found() throws IOException, InterruptedException {
        JsonNode found = rig.bench().state().path("card").path("found");
        return System.nanoTime()
                - Duration.between(Instant.parse(found.asString("")), Instant.now())
                        .toNanos();
    }

    Row row() {
        double most = MOST * bare.median() + FRAME_MS;
        return new Row(
                "greeting",
                "card on the reader → greeting painted, " + product.count() + " times",
                "%.0f ms; bare loop %.0f ms; %.2f × it, less a frame"
                        .formatted(product.median(), bare.median(), (product.median() - FRAME_MS) / bare.median()),
                "≤ 1.10 × a bare read loop + one frame (%.0f ms)".formatted(most),
                product.median() <= most,
                "medians; the card's 1,295 bytes take 112 ms at 115200 baud; product median / p95 / max " + product
                        + ", bare loop " + bare,
                Map.of("greetingMs", product.all(), "bareLoopMs", bare.all()));
    }
}
