package org.yici.check;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.yici.check.rig.Bench;
import org.yici.check.rig.Unmet;

/** Somebody in front of the kiosk: sees only pixels, has only fingers. */
final class Citizen {
    private final Bench bench;
    private final Eye eye;

    Citizen(Bench bench, Eye eye) {
        this.bench = bench;
        this.eye = eye;
    }

    /** Looks until all {@code phrases} can be read on one picture. */
    Text sees(String... phrases) throws IOException, InterruptedException {
        return looks(text -> text.containsAll(phrases), String.join(" + ", phrases), 60);
    }

    /** Looks for at most {@code seconds} until what is read satisfies {@code wanted}. */
    Text looks(Predicate<Text> wanted, String what, int seconds) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        Text text;
        do {
            text = eye.read(bench.screen());
            if (wanted.test(text)) {
                return text;
            }
        } while (System.nanoTime() < until);
        throw new Unmet("not on the screen: " + what + "; it reads: " + text.all());
    }

    /** Touches where {@code phrase} stands now. */
    Text touches(String phrase) throws IOException, InterruptedException {
        Text text = sees(phrase);
        Optional<Text.Spot> spot = text.find(phrase);
        bench.touch(spot.orElseThrow().x(), spot.orElseThrow().y());
        return text;
    }
}
