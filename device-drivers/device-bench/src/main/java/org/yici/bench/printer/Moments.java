package org.yici.bench.printer;

import java.time.Instant;
import java.util.Optional;

/** When a job was created, first printed on and over. */
record Moments(Instant created, Optional<Instant> processing, Optional<Instant> completed) {
    static Moments created(Instant now) {
        return new Moments(now, Optional.empty(), Optional.empty());
    }

    Moments processing(Instant now) {
        return new Moments(created, processing.or(() -> Optional.of(now)), completed);
    }

    Moments over(Instant now) {
        return new Moments(created, processing, Optional.of(now));
    }
}
